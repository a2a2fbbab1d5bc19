package dev.digester.resolve;

import dev.digester.registry.ManifestQuery;
import java.util.Optional;

/** Knows where some images are to be asked for. */
@FunctionalInterface
public interface Routes {
  /** The route of an image; empty where nothing is said about it. */
  Optional<Route> of(ManifestQuery query);
}
