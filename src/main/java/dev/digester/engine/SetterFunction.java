package dev.digester.engine;

import dev.digester.config.ConfigurationKind;
import dev.digester.config.Configured;
import dev.digester.document.Mapping;
import dev.digester.function.FunctionStages;
import dev.digester.krm.FunctionConfig;
import dev.digester.krm.ResourceList;
import dev.digester.krm.Result;
import dev.digester.pipeline.Outcome;
import dev.digester.pipeline.Pipeline;
import dev.digester.pipeline.Stage;
import dev.digester.setters.Setters;
import java.util.Optional;
import java.util.function.Function;

/**
 * A function of the catalog that is configured by setters: a ConfigMap whose data are setters, or
 * the setters of a {@code Digester}.
 *
 * @param stage what the function does, given the setters
 */
record SetterFunction(FunctionName name, Function<Setters, Stage> stage) implements FunctionStages {
  @Override
  public Outcome run(ResourceList list) {
    Setters setters =
        list.functionConfig().map(config -> setters(config, list)).orElseGet(Setters::none);
    return Pipeline.of(stage.apply(setters)).run(list);
  }

  private Setters setters(FunctionConfig config, ResourceList list) {
    Mapping node = config.resource().node();
    return switch (ConfigurationKind.of(node)) {
      case CONFIG_MAP -> Setters.ofData(config);
      case DIGESTER -> Setters.of(Configured.of(Optional.of(config)), list);
      case SET_IMAGE, IMAGE_TAG_TRANSFORMER ->
          Setters.refused(
              Result.error(name + " is configured by a ConfigMap or a Digester")
                  .on(config.resource()));
    };
  }
}
