package dev.digester.registry;

import dev.digester.reference.ImageReference;
import dev.digester.reference.Platform;
import java.util.List;

/**
 * What a registry is asked for.
 *
 * @param host as in references
 * @param repository {@code library/nginx}
 * @param asked a tag, or a digest
 * @param platforms what the image must run on; where empty, nothing is asked about that
 * @param askedFor what the host is told beside that
 */
public record ManifestQuery(
    String host, String repository, String asked, List<Platform> platforms, AskedFor askedFor) {
  public ManifestQuery {
    platforms = List.copyOf(platforms);
  }

  /** A question to the registry that the image's name has. */
  public ManifestQuery(String host, String repository, String asked, List<Platform> platforms) {
    this(host, repository, asked, platforms, AskedFor.ITSELF);
  }

  /** What the registry of a reference is asked for. */
  public static ManifestQuery of(ImageReference reference, List<Platform> platforms) {
    return new ManifestQuery(
        reference.host(), reference.repository(), reference.asked(), platforms);
  }

  /** The same question for a mirror. */
  public ManifestQuery at(Mirror mirror) {
    return new ManifestQuery(mirror.host(), mirror.repository(repository), asked, platforms);
  }

  /** The same question, and more that the host is told. */
  public ManifestQuery telling(AskedFor more) {
    return new ManifestQuery(host, repository, asked, platforms, more);
  }

  String path() {
    return "/v2/" + repository + "/manifests/" + asked;
  }
}
