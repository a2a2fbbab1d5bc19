package dev.digester.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.cluster.ClusterAccess.Identity;
import dev.digester.cluster.ClusterAccess.Trust;
import dev.digester.document.DocumentException;
import dev.digester.document.Documents;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.document.SourceText;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kubeconfig file (<a
 * href="https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/">kubeconfig v1</a>): the
 * cluster and the user of its current context. Paths in it are relative to its folder.
 */
final class Kubeconfig {
  private final Path file;
  private final ExecPlugin plugin;

  /**
   * @param plugin runs the program that the user entry may name
   */
  Kubeconfig(Path file, ExecPlugin plugin) {
    this.file = file.toAbsolutePath();
    this.plugin = plugin;
  }

  /**
   * What the file says.
   *
   * @throws ClusterException if the file, a file that it names or a plugin is of no use
   */
  ClusterAccess access() {
    Mapping root = root();
    String current =
        text(root, "current-context").orElseThrow(() -> broken("has no current-context"));
    Mapping context = entry(root, "contexts", current, "context");
    Mapping cluster = entry(root, "clusters", text(context, "cluster").orElse(""), "cluster");
    Optional<String> user = text(context, "user");
    return new ClusterAccess(
        server(cluster),
        file.toString(),
        new Trust(
            material(cluster, "certificate-authority"),
            text(cluster, "insecure-skip-tls-verify").equals(Optional.of("true"))),
        user.map(name -> identity(entry(root, "users", name, "user"))).orElse(Identity.STRANGER));
  }

  private Mapping root() {
    try {
      List<Node> roots = Documents.read(SourceText.of(ClusterFinder.text(file))).roots();
      if (!roots.isEmpty() && roots.getFirst() instanceof Mapping mapping) {
        return mapping;
      }
    } catch (DocumentException e) {
      throw broken("is no YAML: line " + e.line() + " is wrong");
    }
    throw broken("is no mapping");
  }

  private URI server(Mapping cluster) {
    String server = text(cluster, "server").orElseThrow(() -> broken("names no server"));
    try {
      URI uri = URI.create(server.replaceFirst("/$", ""));
      if (uri.getHost() != null && List.of("https", "http").contains(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Reported below, without the text: it may be a secret in the wrong place.
    }
    throw broken("has a server that is no https address");
  }

  private Identity identity(Mapping user) {
    Optional<Mapping> exec = user.mapping(Key.of("exec"));
    if (exec.isPresent()) {
      return plugin.run(exec.get(), file);
    }
    if (user.mapping(Key.of("auth-provider")).isPresent()) {
      throw broken("uses auth-provider, which Kubernetes has given up: use a credential plugin");
    }
    Optional<String> token =
        text(user, "token")
            .or(() -> text(user, "tokenFile").map(f -> ClusterFinder.text(at(f)).strip()));
    return new Identity(token, material(user, "client-certificate"), material(user, "client-key"));
  }

  /** What stands in {@code NAME-data} as base64, or in the file that {@code NAME} names. */
  private Optional<String> material(Mapping owner, String name) {
    return text(owner, name + "-data")
        .map(data -> decoded(data, name))
        .or(() -> text(owner, name).map(path -> ClusterFinder.text(at(path))));
  }

  private Path at(String path) {
    return file.resolveSibling(path);
  }

  private String decoded(String base64, String name) {
    try {
      return new String(Base64.getMimeDecoder().decode(base64), UTF_8);
    } catch (IllegalArgumentException e) {
      throw broken("has a " + name + "-data that is not base64");
    }
  }

  private Mapping entry(Mapping root, String list, String name, String content) {
    return root.sequence(Key.of(list)).map(Sequence::elements).orElse(List.of()).stream()
        .flatMap(node -> node instanceof Mapping mapping ? Stream.of(mapping) : Stream.empty())
        .filter(mapping -> text(mapping, "name").equals(Optional.of(name)))
        .findFirst()
        .flatMap(mapping -> mapping.mapping(Key.of(content)))
        .orElseThrow(() -> broken("has no entry under " + list + " for its current-context"));
  }

  static Optional<String> text(Mapping owner, String key) {
    return owner
        .scalar(Key.of(key))
        .filter(scalar -> !scalar.isNull())
        .map(Scalar::value)
        .filter(value -> !value.isEmpty());
  }

  private ClusterException broken(String what) {
    return new ClusterException("the kubeconfig " + file + " " + what);
  }
}
