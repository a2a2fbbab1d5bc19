package dev.digester.function;

import dev.digester.config.Configuration;
import dev.digester.reference.ImageReference;
import dev.digester.resolve.Resolution;
import java.util.Collection;
import java.util.Map;

/** Asks registries for all images of a run, as configured. */
@FunctionalInterface
public interface LookUps {
  /** One resolution for each reference. */
  Map<ImageReference, Resolution> resolve(
      Collection<ImageReference> references, Configuration configuration);
}
