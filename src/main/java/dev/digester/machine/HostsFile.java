package dev.digester.machine;

import dev.digester.registry.ManifestQuery;
import dev.digester.registry.RegistrySettings;
import dev.digester.resolve.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code hosts.toml}.
 *
 * @param server the registry itself, where the file names another one than its directory
 * @param headers what the registry itself is sent where no server is known
 * @param hosts asked before it, in this order
 */
record HostsFile(Optional<HostsEntry> server, HostsHeaders headers, List<HostsEntry> hosts) {

  /**
   * Reads a file.
   *
   * @param name of the host whose directory it is in
   * @throws MachineSettingsException if it cannot be used
   */
  static HostsFile read(Path file, String name) {
    Table root = Table.read(file);
    Optional<HostsEntry> server =
        root.text("server")
            .map(url -> HostsEntry.of(url, root, file))
            .or(() -> own(root, file, name));
    return new HostsFile(
        server,
        HostsHeaders.of(root, false),
        root.tablesByName("host").stream()
            .map(entry -> HostsEntry.of(entry.getKey(), entry.getValue(), file))
            .filter(HostsEntry::resolves)
            .toList());
  }

  /** Certificates at the top of the file are for the host of the directory. */
  private static Optional<HostsEntry> own(Table root, Path file, String name) {
    return Optional.of(name)
        .filter(host -> !host.startsWith("_"))
        .map(host -> HostsEntry.of("https://" + host, root, file));
  }

  Route route(ManifestQuery query) {
    return new Route.Open(
        hosts.stream().map(host -> host.asked(query)).toList(),
        Optional.of(
            server
                .map(entry -> entry.asked(query))
                .orElseGet(() -> query.telling(headers.with(Optional.empty())))));
  }

  List<RegistrySettings> settings() {
    return Stream.concat(server.stream(), hosts.stream()).map(HostsEntry::settings).toList();
  }
}
