package dev.digester.machine;

import dev.digester.registry.ManifestQuery;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in {@code registries.conf}, in the one spelling in which they are compared. */
final class ContainersName {
  /** Host, repository, and a tag or digest. */
  private static final Pattern PARTS = Pattern.compile("([^/@]+)/([^:@]+)(?:[:@](.+))?");

  private ContainersName() {}

  /**
   * A prefix or location without slashes at its end, its host in lower case.
   *
   * @throws MachineSettingsException if it has a scheme, as podman refuses it too
   */
  static String of(String written, Path file) {
    if (written.contains("://")) {
      throw new MachineSettingsException(
          "%s has a location or prefix with a scheme, which is not part of a name: write"
                  .formatted(file)
              + " host[:port][/path], and 'insecure = true' for plain http");
    }
    return folded(written.replaceFirst("/+$", ""));
  }

  /** The whole reference of an image, with its tag or digest. */
  static String of(ManifestQuery query) {
    String mark = query.asked().indexOf(':') < 0 ? ":" : "@";
    return folded(query.host() + "/" + query.repository() + mark + query.asked());
  }

  /** The question that a name asks; what it says neither of tag nor of digest stays. */
  static Optional<ManifestQuery> query(String name, ManifestQuery instead) {
    Matcher parts = PARTS.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String asked = Objects.requireNonNullElse(parts.group(3), instead.asked());
    return Optional.of(
        new ManifestQuery(parts.group(1), parts.group(2), asked, instead.platforms()));
  }

  private static String folded(String name) {
    int slash = name.indexOf('/');
    return slash < 0
        ? name.toLowerCase(Locale.ROOT)
        : name.substring(0, slash).toLowerCase(Locale.ROOT) + name.substring(slash);
  }
}
