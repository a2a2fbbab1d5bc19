package dev.digester.engine;

import dev.digester.config.ConfigurationKind;
import dev.digester.config.Configured;
import dev.digester.config.ImageTransformationReader;
import dev.digester.document.Mapping;
import dev.digester.function.FunctionStages;
import dev.digester.images.RewriteImages;
import dev.digester.krm.FunctionConfig;
import dev.digester.krm.ResourceList;
import dev.digester.pipeline.Outcome;
import dev.digester.pipeline.Pipeline;
import dev.digester.pipeline.Stage;
import java.util.Optional;

/**
 * The function {@code set-image}: the catalog's, with its ConfigMap; with a {@code Digester}, its
 * {@code images} only. It looks nothing up.
 */
final class SetImageFunction implements FunctionStages {
  @Override
  public Outcome run(ResourceList list) {
    return Pipeline.of(stage(list.functionConfig())).run(list);
  }

  private static Stage stage(Optional<FunctionConfig> written) {
    Optional<Mapping> config = written.map(c -> c.resource().node());
    boolean typed =
        config.map(ConfigurationKind::of).filter(ConfigurationKind.DIGESTER::equals).isPresent();
    if (typed) {
      return RewriteImages.of(Configured.of(written));
    }
    return RewriteImages.setImage(ImageTransformationReader.setImageData(config));
  }
}
