package dev.digester.engine;

import dev.digester.config.ConfigurationException;
import dev.digester.function.FunctionStages;
import dev.digester.krm.FunctionConfig;
import dev.digester.krm.Resource;
import dev.digester.krm.ResourceList;
import dev.digester.krm.Result;
import dev.digester.pipeline.Outcome;
import java.util.Optional;

/** Refuses a list whose configuration is wrong, with a result for each thing that is wrong. */
record OfReadableConfiguration(FunctionStages stages) implements FunctionStages {
  @Override
  public Outcome run(ResourceList list) {
    try {
      return stages.run(list);
    } catch (ConfigurationException e) {
      Optional<Resource> config = list.functionConfig().map(FunctionConfig::resource);
      return Outcome.refused(list, e.each().stream().map(each -> error(each, config)).toList());
    }
  }

  private static Result error(ConfigurationException e, Optional<Resource> config) {
    Result error = Result.error(e.getMessage());
    return config.map(resource -> at(e, error, resource)).orElse(error);
  }

  private static Result at(ConfigurationException e, Result error, Resource config) {
    Optional<Result.Field> field = e.field().map(Result.Field::named);
    return e.place()
        .map(place -> error.on(config, Result.Field.named(place.field()), place.node()))
        .or(() -> field.map(error.about(config)::with))
        .orElseGet(() -> error.about(config));
  }
}
