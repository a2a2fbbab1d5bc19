package dev.digester.engine;

import dev.digester.config.ConfigurationKind;
import dev.digester.config.ImageTransformationReader;
import dev.digester.document.Mapping;
import dev.digester.function.FunctionStages;
import dev.digester.images.RewriteImages;
import dev.digester.krm.FunctionConfig;
import dev.digester.krm.ResourceList;
import dev.digester.pipeline.Outcome;
import dev.digester.pipeline.Pipeline;
import java.util.Optional;

/**
 * Runs the function that the functionConfig's kind names; the one that was invoked where it names
 * none.
 */
final class OfConfiguredKind implements FunctionStages {
  private final FunctionStages invoked;

  OfConfiguredKind(FunctionStages invoked) {
    this.invoked = invoked;
  }

  @Override
  public Outcome run(ResourceList list) {
    Optional<FunctionConfig> config = list.functionConfig();
    return config.isPresent() ? run(list, config.get()) : invoked.run(list);
  }

  private Outcome run(ResourceList list, FunctionConfig written) {
    Mapping config = written.resource().node();
    return switch (ConfigurationKind.of(config)) {
      case CONFIG_MAP, DIGESTER -> invoked.run(list);
      case SET_IMAGE ->
          Pipeline.of(RewriteImages.setImage(ImageTransformationReader.setImage(config))).run(list);
      case IMAGE_TAG_TRANSFORMER ->
          Pipeline.of(
                  RewriteImages.imageTagTransformer(
                      ImageTransformationReader.imageTagTransformer(config), Optional.of(written)))
              .run(list);
    };
  }
}
