package dev.digester.setters;

import dev.digester.config.Report;
import dev.digester.krm.Resources;
import dev.digester.krm.Result;
import dev.digester.krm.Severity;
import dev.digester.pipeline.Plan;
import dev.digester.pipeline.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives fields with setter comments the values of the setters.
 *
 * <p>A field is set if its pattern has a setter with a value; the values of the others are read
 * from the field itself. All fields that cannot be set are reported, and then none is set.
 */
public final class ApplySetters implements Stage {
  private final Setters setters;
  private final Report report;

  /**
   * A stage for one run.
   *
   * @param report whether fields that stay as they are, and setters without a field, are spoken of
   */
  public ApplySetters(Setters setters, Report report) {
    this.setters = setters;
    this.report = report;
  }

  @Override
  public Plan plan(Resources list) {
    if (!setters.problems().isEmpty()) {
      return new Plan(List.of(), setters.problems());
    }
    Settings settings = new Settings(setters);
    SetterField.visit(list, settings::visit);
    Plan plan = settings.plan();
    if (plan.failed()) {
      return plan;
    }
    return new Plan(plan.changes(), plan.rewrite(), results(plan, settings.idle()));
  }

  private List<Result> results(Plan plan, List<Result> idle) {
    if (report != Report.ALL) {
      return plan.results().stream()
          .filter(result -> result.isChange() || result.severity() == Severity.WARNING)
          .toList();
    }
    List<Result> all = new ArrayList<>(plan.results());
    all.addAll(idle);
    return all.isEmpty() ? List.of(Result.info("no matches for input setter(s)")) : all;
  }
}
