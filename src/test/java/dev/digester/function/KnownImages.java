package dev.digester.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.config.Configuration;
import dev.digester.engine.LookUps;
import dev.digester.images.LookedUp;
import dev.digester.images.Pull;
import dev.digester.krm.Resources;
import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import dev.digester.resolve.Resolution;
import dev.digester.resolve.Source;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Knows every image: its digest is that of its canonical name. Only what has {@code missing} in its
 * name is unknown, and that is said as the registry package says it.
 */
public final class KnownImages implements LookUps {
  private static final String INDEX = "application/vnd.oci.image.index.v1+json";

  @Override
  public LookedUp resolve(
      Collection<Pull> pulls, List<Resources> lists, Configuration configuration) {
    Map<Pull, Resolution> resolutions = new LinkedHashMap<>();
    pulls.forEach(pull -> resolutions.put(pull, resolve(pull.reference())));
    return new LookedUp(resolutions, List.of());
  }

  private static Resolution resolve(ImageReference reference) {
    if (reference.repository().contains("missing")) {
      return new Resolution.Failed(
          Resolution.Cause.UNKNOWN,
          "%s has no tag %s in repository %s (404); check the spelling of name and tag"
              .formatted(reference.host(), reference.asked(), reference.repository()),
          List.of());
    }
    Digest digest = Digest.sha256(reference.canonical().getBytes(UTF_8));
    return new Resolution.Resolved(
        digest, INDEX, Source.REGISTRY, Optional.empty(), List.of(), List.of());
  }
}
