package dev.digester.machine;

import dev.digester.registry.ManifestQuery;
import dev.digester.resolve.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code [[registry]]} table.
 *
 * @param prefix of the names that it is about: {@code host[:port][/path]} or {@code *.domain}
 * @param location what is in place of the prefix; empty where the prefix stays
 * @param file names the file in messages
 */
record ContainersRule(
    String prefix, Source location, boolean blocked, List<Source> mirrors, String file) {

  /**
   * Where images are.
   *
   * @param name {@code host[:port][/path]}; empty for the name as it is
   */
  record Source(String name, boolean insecure) {
    static Source of(Table table) {
      return new Source(
          ContainersName.of(table.text("location").orElse(""), table.file()),
          table.flag("insecure"));
    }

    String host(String otherwise) {
      return (name.isEmpty() ? otherwise : name).split("/", 2)[0];
    }
  }

  static ContainersRule of(Table table, Path file) {
    Source location = Source.of(table);
    String prefix =
        table.text("prefix").map(p -> ContainersName.of(p, file)).orElse(location.name());
    if (prefix.isEmpty()) {
      throw new MachineSettingsException(file + " has a [[registry]] without prefix and location");
    }
    List<Table> mirrors = table.flag("mirror-by-digest-only") ? List.of() : table.tables("mirror");
    return new ContainersRule(
        prefix,
        location,
        table.flag("blocked"),
        // Tags are what is looked up here.
        mirrors.stream()
            .filter(m -> !m.text("pull-from-mirror").equals(Optional.of("digest-only")))
            .map(Source::of)
            .filter(mirror -> !mirror.name().isEmpty())
            .toList(),
        file.toString());
  }

  /** How many characters of a name the prefix covers; 0 where it does not fit. */
  int covered(String name) {
    int end = end(name);
    // A port may follow as well: what is said of a host is said of all of its ports.
    return end > 0 && (end == name.length() || "/:@".indexOf(name.charAt(end)) >= 0) ? end : 0;
  }

  private int end(String name) {
    if (!prefix.startsWith("*.")) {
      return name.startsWith(prefix) ? prefix.length() : 0;
    }
    String suffix = prefix.substring(1);
    int start = name.indexOf(suffix);
    return start > 0 && name.indexOf('/') > start ? start + suffix.length() : 0;
  }

  Route route(ManifestQuery query) {
    if (blocked) {
      return new Route.Blocked("%s blocks it: 'blocked = true' for %s".formatted(file, prefix));
    }
    return new Route.Open(
        mirrors.stream().map(mirror -> at(mirror, query)).toList(),
        Optional.of(location.name().isEmpty() ? query : at(location, query)));
  }

  private ManifestQuery at(Source source, ManifestQuery query) {
    String name = ContainersName.of(query);
    String moved = source.name() + name.substring(covered(name));
    return ContainersName.query(moved, query)
        .orElseThrow(
            () -> new MachineSettingsException(file + " leaves no repository of " + prefix));
  }

  /** The hosts whose certificates are not checked. */
  List<String> insecureHosts() {
    return Stream.concat(Stream.of(location), mirrors.stream())
        .filter(Source::insecure)
        .map(source -> source.host(prefix))
        .toList();
  }
}
