package dev.digester.machine;

import dev.digester.registry.ClientFiles;
import dev.digester.registry.ManifestQuery;
import dev.digester.registry.Mirror;
import dev.digester.registry.RegistrySettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A host of a {@code hosts.toml}.
 *
 * @param mirror where it is, and what is before the repository's name there
 * @param resolves whether it may be asked for tags
 * @param settings how it is talked to
 * @param headers what it is sent
 */
record HostsEntry(
    Mirror mirror, boolean resolves, RegistrySettings settings, HostsHeaders headers) {

  /** What containerd calls Docker Hub, which references call docker.io. */
  private static final String HUB = "registry-1.docker.io";

  /**
   * Reads an entry.
   *
   * @throws MachineSettingsException if it says what cannot be done here
   */
  static HostsEntry of(String url, Table table, Path file) {
    URI uri = uri(url, file);
    String host = uri.getRawAuthority().equals(HUB) ? "docker.io" : uri.getRawAuthority();
    List<String> capabilities =
        table.has("capabilities") ? table.texts("capabilities") : List.of("resolve");
    RegistrySettings settings =
        new RegistrySettings(
            host,
            List.of(),
            true,
            authorities(table, file),
            table.flag("skip_verify") || uri.getScheme().equals("http"),
            RegistrySettings.DEFAULT_CONCURRENCY,
            client(table, file));
    return new HostsEntry(
        new Mirror(host, prefix(uri, table.flag("override_path"), file)),
        capabilities.contains("resolve"),
        settings,
        HostsHeaders.of(table, uri.getScheme().equals("http")));
  }

  /**
   * The question as this host is asked it. Where the image's name has another registry, the host is
   * told which, as containerd does.
   */
  ManifestQuery asked(ManifestQuery query) {
    return query
        .at(mirror)
        .telling(
            headers.with(Optional.of(query.host()).filter(name -> !name.equals(mirror.host()))));
  }

  private static URI uri(String url, Path file) {
    try {
      URI uri = URI.create(url.contains("://") ? url : "https://" + url);
      if (uri.getHost() != null && List.of("https", "http").contains(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Reported below.
    }
    throw new MachineSettingsException(file + " has a host that is not an http or https address");
  }

  /** What is between {@code /v2/} and the repository's name. */
  private static String prefix(URI uri, boolean override, Path file) {
    String path = uri.getPath().replaceFirst("/$", "");
    if (path.isEmpty() || path.equals("/v2")) {
      return "";
    }
    if (override && path.startsWith("/v2/")) {
      return path.substring("/v2/".length());
    }
    throw new MachineSettingsException(
        "%s has a host with a path before /v2, which this version cannot ask".formatted(file));
  }

  private static Optional<String> authorities(Table table, Path file) {
    List<String> named = table.texts("ca");
    if (named.size() <= 1) {
      return named.stream().findFirst().map(ca -> file.resolveSibling(ca).toString());
    }
    return Optional.of(
        named.stream().map(ca -> text(file.resolveSibling(ca))).collect(Collectors.joining("\n")));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new MachineSettingsException("cannot read " + file);
    }
  }

  /** One file with certificate and key, or a pair of files, of which the first counts. */
  private static Optional<ClientFiles> client(Table table, Path file) {
    List<Path> files = table.texts("client").stream().map(file::resolveSibling).toList();
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(new ClientFiles(files.getFirst(), files.get(Math.min(1, files.size() - 1))));
  }
}
