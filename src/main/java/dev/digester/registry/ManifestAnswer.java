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
   * @param children the manifests that an index lists, where platforms were asked for
   */
  record Manifest(Digest digest, String mediaType, List<Platform> platforms, List<Digest> children)
      implements ManifestAnswer {
    public Manifest {
      platforms = List.copyOf(platforms);
      children = List.copyOf(children);
    }

    /** A manifest of whose children nothing is known. */
    public Manifest(Digest digest, String mediaType, List<Platform> platforms) {
      this(digest, mediaType, platforms, List.of());
    }

    Manifest with(List<Platform> found) {
      return new Manifest(digest, mediaType, found, children);
    }

    Manifest listing(List<Digest> found) {
      return new Manifest(digest, mediaType, platforms, found);
    }
  }
}
