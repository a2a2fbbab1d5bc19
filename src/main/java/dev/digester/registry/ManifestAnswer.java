package dev.digester.registry;

import dev.digester.reference.Digest;
import dev.digester.reference.Platform;
import java.util.List;

/** What came of asking a registry for a manifest. */
public sealed interface ManifestAnswer permits ManifestAnswer.Manifest, RegistryFailure {

  /**
   * The manifest or index that was asked for.
   *
   * @param platforms what it runs on, where that was asked; empty otherwise
   */
  record Manifest(Digest digest, String mediaType, List<Platform> platforms)
      implements ManifestAnswer {
    public Manifest {
      platforms = List.copyOf(platforms);
    }
  }
}
