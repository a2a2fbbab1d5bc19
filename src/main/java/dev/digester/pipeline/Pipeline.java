package dev.digester.pipeline;

import dev.digester.document.Scalar;
import dev.digester.krm.Change;
import dev.digester.krm.ResourceList;
import dev.digester.krm.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
   * @throws dev.digester.document.EditException if an edited text cannot be proved right
   */
  public Outcome run(ResourceList input) {
    ResourceList list = input;
    Map<Scalar, String> changes = Map.of();
    List<Result> results = new ArrayList<>();
    for (Stage stage : stages) {
      list = changes.isEmpty() ? list : ResourceList.of(list.document().edit(changes));
      Plan plan = stage.plan(list);
      results.addAll(plan.results());
      if (plan.failed()) {
        return Outcome.refused(input, results);
      }
      changes = values(plan.changes());
    }
    return new Outcome(list, changes, results);
  }

  private static Map<Scalar, String> values(List<Change> changes) {
    Map<Scalar, String> values = new LinkedHashMap<>();
    for (Change change : changes) {
      if (values.put(change.scalar(), change.proposedValue()) != null) {
        throw new IllegalArgumentException("a plan changes one scalar twice: " + change.path());
      }
    }
    return values;
  }
}
