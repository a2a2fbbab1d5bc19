package dev.digester.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The links by which kustomize finds its plugin for a configuration: {@code
 * HOME/GROUP/VERSION/LOWERCASEKIND/KIND}
 * (https://kubectl.docs.kubernetes.io/guides/extending_kustomize/#placement).
 *
 * @param home the directory of all plugins
 */
record PluginLinks(Path home) {
  private static final List<String> PLACES =
      List.of("digester.dev/v1alpha1/digester/Digester", "fn.kpt.dev/v1alpha1/setimage/SetImage");

  /** Where kustomize looks first. */
  static Path home(Map<String, String> environment, Path userHome) {
    String plugins = environment.getOrDefault("KUSTOMIZE_PLUGIN_HOME", "");
    if (!plugins.isEmpty()) {
      return Path.of(plugins).toAbsolutePath();
    }
    String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path folder = config.isEmpty() ? userHome.resolve(".config") : Path.of(config);
    return folder.toAbsolutePath().resolve("kustomize").resolve("plugin");
  }

  private List<Path> links() {
    return PLACES.stream().map(home::resolve).toList();
  }

  /** What stands in the place of a link and is none. */
  List<Path> blocked() {
    return links().stream()
        .filter(link -> Files.exists(link, LinkOption.NOFOLLOW_LINKS))
        .filter(link -> !Files.isSymbolicLink(link))
        .toList();
  }

  /** Makes or replaces all links; each is there at every moment once it is. */
  List<Path> pointTo(Path program) throws IOException {
    List<Path> made = new ArrayList<>();
    for (Path link : links()) {
      Files.createDirectories(link.getParent());
      Path fresh = link.resolveSibling("." + link.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createSymbolicLink(fresh, program);
      Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      made.add(link);
    }
    return made;
  }
}
