package dev.digester.function;

import dev.digester.config.Configuration;
import dev.digester.config.ConfigurationReader;
import dev.digester.config.Environment;
import dev.digester.config.Report;
import dev.digester.images.PinImages;
import dev.digester.images.RewriteImages;
import dev.digester.krm.ResourceList;
import dev.digester.krm.Result;
import dev.digester.pipeline.Outcome;
import dev.digester.pipeline.Pipeline;
import dev.digester.pipeline.Plan;
import dev.digester.pipeline.Stage;
import dev.digester.setters.ApplySetters;
import dev.digester.setters.Setters;
import java.util.ArrayList;
import java.util.List;

/** The function {@code digester}: applies setters, then pins images, as configured. */
public final class DigesterFunction implements FunctionStages {
  private final Environment environment;
  private final LookUps lookUps;

  /**
   * The function for one run.
   *
   * @param environment what the variables and flags of the process say
   * @param lookUps asks registries
   */
  public DigesterFunction(Environment environment, LookUps lookUps) {
    this.environment = environment;
    this.lookUps = lookUps;
  }

  @Override
  public Outcome run(ResourceList list) {
    Configuration configuration =
        ConfigurationReader.read(list.functionConfig().map(config -> config.resource().node()))
            .alsoSkipping(environment.skip());
    Outcome outcome = new Pipeline(stages(configuration)).run(list);
    return configuration.results() == Report.ERRORS ? outcome.reporting(Result::isError) : outcome;
  }

  private List<Stage> stages(Configuration configuration) {
    List<Stage> stages = new ArrayList<>();
    if (!environment.warnings().isEmpty()) {
      stages.add(list ->
          new Plan(List.of(), environment.warnings().stream().map(Result::warning).toList()));
    }
    if (setsFields(configuration)) {
      stages.add(list ->
          new ApplySetters(Setters.of(configuration, list), configuration.results()).plan(list));
    }
    if (!configuration.images().isEmpty()) {
      stages.add(RewriteImages.of(configuration));
    }
    if (configuration.resolve()) {
      stages.add(list ->
          new PinImages(configuration, pulls -> lookUps.resolve(pulls, list, configuration))
              .plan(list));
    }
    return stages;
  }

  private static boolean setsFields(Configuration configuration) {
    return !configuration.setters().isEmpty()
        || !configuration.setterSchema().isEmpty()
        || !configuration.settersFrom().isEmpty();
  }
}
