package dev.digester.pipeline;

import dev.digester.krm.Change;
import dev.digester.krm.Resources;
import dev.digester.krm.Result;
import java.util.ArrayList;
import java.util.List;

/** Stages that are run one after another on one list. */
public final class Pipeline {
  private final List<Stage> stages;

  public Pipeline(List<Stage> stages) {
    this.stages = List.copyOf(stages);
  }

  public static Pipeline of(Stage... stages) {
    return new Pipeline(List.of(stages));
  }

  /**
   * Runs all stages, or those up to the first that fails.
   *
   * @throws dev.digester.document.proof.EditException if an edited text cannot be proved right
   */
  public Outcome run(Resources input) {
    Resources list = input;
    Plan plan = Plan.nothing();
    List<Result> results = new ArrayList<>();
    List<Change> earlier = new ArrayList<>();
    for (Stage stage : stages) {
      list = plan.applyTo(list);
      earlier.addAll(plan.changes());
      plan = stage.plan(list);
      results.addAll(plan.results());
      if (plan.failed()) {
        return Outcome.refused(input, results);
      }
    }
    return new Outcome(list, plan, results, earlier);
  }
}
