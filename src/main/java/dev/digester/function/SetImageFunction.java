package dev.digester.function;

import dev.digester.config.Configuration;
import dev.digester.config.ConfigurationKind;
import dev.digester.config.ConfigurationReader;
import dev.digester.config.ImageTransformationReader;
import dev.digester.document.Mapping;
import dev.digester.images.RewriteImages;
import dev.digester.krm.ResourceList;
import dev.digester.pipeline.Outcome;
import dev.digester.pipeline.Pipeline;
import dev.digester.pipeline.Stage;
import java.util.Optional;

/**
 * The function {@code set-image}: the catalog's, with its ConfigMap; with a {@code Digester}, its
 * {@code images} alone. It looks nothing up.
 */
final class SetImageFunction implements FunctionStages {
  @Override
  public Outcome run(ResourceList list) {
    Optional<Mapping> config = list.functionConfig().map(c -> c.resource().node());
    return Pipeline.of(stage(config)).run(list);
  }

  private static Stage stage(Optional<Mapping> config) {
    boolean typed =
        config.map(ConfigurationKind::of).filter(ConfigurationKind.DIGESTER::equals).isPresent();
    if (typed) {
      Configuration configuration = ConfigurationReader.read(config);
      return RewriteImages.of(configuration);
    }
    return RewriteImages.setImage(ImageTransformationReader.setImageData(config));
  }
}
