package dev.digester.machine;

import dev.digester.registry.ManifestQuery;
import dev.digester.registry.RegistrySettings;
import dev.digester.resolve.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory {@code certs.d} of containerd with {@code HOST/hosts.toml} (<a
 * href="https://github.com/containerd/containerd/blob/main/docs/hosts.md">hosts.md</a>); {@code
 * _default} is for all hosts without a directory of their own.
 */
public final class ContainerdHosts {
  private static final Path CERTS_D = Path.of("/etc/containerd/certs.d");
  private static final String DEFAULT = "_default";

  private final Path folder;

  public ContainerdHosts() {
    this(CERTS_D);
  }

  ContainerdHosts(Path folder) {
    this.folder = folder;
  }

  /**
   * What the files say.
   *
   * @throws MachineSettingsException if one of them cannot be used
   */
  public MachineRegistries read() {
    Map<String, HostsFile> files = new LinkedHashMap<>();
    for (Path host : Folders.in(folder)) {
      Path file = host.resolve("hosts.toml");
      if (Files.exists(file)) {
        // A colon is not a character of file names everywhere: HOST_PORT_ stands for HOST:PORT.
        String name = host.getFileName().toString().replaceFirst("_(\\d+)_$", ":$1");
        files.put(name, HostsFile.read(file, name));
      }
    }
    List<RegistrySettings> hosts = new ArrayList<>();
    files.values().forEach(file -> hosts.addAll(file.settings()));
    return new MachineRegistries(hosts, query -> route(files, query));
  }

  private static Optional<Route> route(Map<String, HostsFile> files, ManifestQuery query) {
    return Stream.of(query.host(), DEFAULT)
        .flatMap(name -> Optional.ofNullable(files.get(name)).stream())
        .findFirst()
        .map(file -> file.route(query));
  }
}
