package dev.digester.cluster;

import dev.digester.cluster.ClusterAccess.Identity;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.read.Documents;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Kubeconfig files (<a
 * href="https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/">kubeconfig v1</a>), merged
 * as kubectl does: of what several have under one name, the first counts. The cluster and the user
 * of the current context are what is asked, and who asks.
 */
final class Kubeconfig {

  /** What user entries may hold that would change who asks, and is not carried out. */
  private static final List<String> NOT_CARRIED_OUT =
      List.of(
          "username", "password", "auth-provider", "as", "as-uid", "as-groups", "as-user-extra");

  private final List<Settings> files;
  private final ExecPlugin plugin;

  /**
   * Reads the files.
   *
   * @param files at least one
   * @param plugin runs the program that the user entry may name
   * @throws ClusterException if one cannot be read
   */
  Kubeconfig(List<Path> files, ExecPlugin plugin) {
    this.files = files.stream().map(file -> root(file.toAbsolutePath())).toList();
    this.plugin = plugin;
  }

  /**
   * What the files say.
   *
   * @throws ClusterException if they, a file that they name or a plugin is of no use
   */
  ClusterAccess access() {
    String current =
        files.stream()
            .flatMap(file -> file.text("current-context").stream())
            .findFirst()
            .orElseThrow(() -> files.getFirst().broken("has no current-context"));
    Settings context = entry("contexts", current, "context");
    Settings cluster = entry("clusters", context.text("cluster").orElse(""), "cluster");
    Optional<String> user = context.text("user");
    return new ClusterAccess(
        ClusterEntry.server(cluster),
        context.file().toString(),
        ClusterEntry.trust(cluster),
        user.map(name -> identity(entry("users", name, "user"), cluster))
            .orElse(Identity.STRANGER));
  }

  private static Settings root(Path file) {
    try {
      List<Node> roots = Documents.read(SourceText.of(ClusterFinder.text(file))).roots();
      if (!roots.isEmpty() && roots.getFirst() instanceof Mapping mapping) {
        return new Settings(file, mapping);
      }
    } catch (DocumentException e) {
      throw Settings.broken(file, "is not YAML: line " + e.line() + " is wrong");
    }
    throw Settings.broken(file, "is not a mapping");
  }

  private Identity identity(Settings user, Settings cluster) {
    NOT_CARRIED_OUT.stream()
        .filter(key -> user.value(key).isPresent())
        .findFirst()
        .ifPresent(key -> {
          throw user.broken(
              "has a user with '%s', which digester does not carry out".formatted(key));
        });
    Optional<String> token =
        user.text("tokenFile")
            .map(file -> ClusterFinder.text(user.at(file)).strip())
            .or(() -> user.text("token"));
    Optional<Settings> exec = user.section("exec").filter(_ -> token.isEmpty());
    return exec.map(program -> plugin.run(program, cluster))
        .orElseGet(() ->
            new Identity(token, user.material("client-certificate"), user.material("client-key")));
  }

  private Settings entry(String list, String name, String content) {
    return files.stream()
        .flatMap(file -> file.sections(list))
        .filter(entry -> entry.text("name").equals(Optional.of(name)))
        .findFirst()
        .flatMap(entry -> entry.section(content))
        .orElseThrow(() ->
            files.getFirst().broken("has no entry under " + list + " for its current-context"));
  }
}
