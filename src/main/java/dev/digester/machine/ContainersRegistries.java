package dev.digester.machine;

import dev.digester.registry.ManifestQuery;
import dev.digester.registry.RegistrySettings;
import dev.digester.resolve.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code registries.conf} in its version 2, and the files of {@code registries.conf.d} (<a
 * href="https://github.com/containers/image/blob/main/docs/containers-registries.conf.5.md">containers-registries.conf(5)</a>,
 * containers-registries.conf.d(5)). Of an image's rules the one with the longest prefix counts; a
 * later file replaces a rule of an earlier one.
 */
public final class ContainersRegistries {
  private static final Path ETC = Path.of("/etc/containers");
  private static final String FILE = "registries.conf";

  private final Map<String, String> environment;
  private final Path home;
  private final Path etc;

  /**
   * @param environment of the process, for {@code CONTAINERS_REGISTRIES_CONF}
   * @param home the user's home directory
   */
  public ContainersRegistries(Map<String, String> environment, Path home) {
    this(environment, home, ETC);
  }

  ContainersRegistries(Map<String, String> environment, Path home, Path etc) {
    this.environment = environment;
    this.home = home.resolve(".config/containers");
    this.etc = etc;
  }

  /**
   * What the files say.
   *
   * @throws MachineSettingsException if one of them cannot be used
   */
  public MachineRegistries read() {
    Map<String, ContainersRule> byPrefix = new LinkedHashMap<>();
    files().forEach(file -> rules(file).forEach(rule -> byPrefix.put(rule.prefix(), rule)));
    List<ContainersRule> rules = List.copyOf(byPrefix.values());
    List<RegistrySettings> hosts =
        rules.stream()
            .flatMap(rule -> rule.insecureHosts().stream())
            .distinct()
            .map(ContainersRegistries::insecure)
            .toList();
    return new MachineRegistries(hosts, query -> route(rules, query));
  }

  private static RegistrySettings insecure(String host) {
    return new RegistrySettings(
        host, List.of(), true, Optional.empty(), true, RegistrySettings.DEFAULT_CONCURRENCY);
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    Optional<Path> named =
        Optional.ofNullable(environment.get("CONTAINERS_REGISTRIES_CONF"))
            .filter(value -> !value.isEmpty())
            .map(Path::of);
    named
        .or(() -> Stream.of(home, etc).map(f -> f.resolve(FILE)).filter(Files::exists).findFirst())
        .ifPresent(files::add);
    for (Path folder : List.of(etc, home)) {
      Folders.in(folder.resolve(FILE + ".d")).stream()
          .filter(file -> file.toString().endsWith(".conf"))
          .forEach(files::add);
    }
    return files;
  }

  private static List<ContainersRule> rules(Path file) {
    Table root = Table.read(file);
    if (root.has("registries")) {
      throw new MachineSettingsException(
          file + " is written in version 1, which podman has given up: write [[registry]] tables");
    }
    return root.tables("registry").stream().map(table -> ContainersRule.of(table, file)).toList();
  }

  private static Optional<Route> route(List<ContainersRule> rules, ManifestQuery query) {
    String name = ContainersName.of(query);
    return rules.stream()
        .filter(rule -> rule.covered(name) > 0)
        .max(Comparator.comparingInt(rule -> rule.covered(name)))
        .map(rule -> rule.route(query));
  }
}
