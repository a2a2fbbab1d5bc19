package dev.digester.cluster;

import static dev.digester.document.edit.Spelling.jsonQuoted;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.document.index.NodeKind;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a credential plugin is told in {@code KUBERNETES_EXEC_INFO} (<a
 * href="https://kubernetes.io/docs/reference/config-api/client-authentication.v1/">ExecCredential</a>):
 * that it has no terminal and, where its entry says {@code provideClusterInfo}, about the cluster.
 */
final class ExecInfo {

  /** The extension of a cluster that is meant for plugins. */
  private static final String EXTENSION = "client.authentication.k8s.io/exec";

  /** Plain scalars of YAML that JSON writes the same way (RFC 8259, clauses 3 and 6). */
  private static final Pattern LITERAL =
      Pattern.compile("true|false|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  private ExecInfo() {}

  static String json(String apiVersion, Settings exec, Settings cluster) {
    String about =
        exec.isTrue("provideClusterInfo") ? ",\"cluster\":{" + cluster(cluster) + "}" : "";
    return "{\"kind\":\"ExecCredential\",\"apiVersion\":%s,\"spec\":{\"interactive\":false%s}}"
        .formatted(jsonQuoted(apiVersion), about);
  }

  private static String cluster(Settings cluster) {
    List<String> members = new ArrayList<>();
    for (String key : List.of("server", "tls-server-name", "proxy-url")) {
      cluster.text(key).ifPresent(text -> members.add(jsonQuoted(key) + ":" + jsonQuoted(text)));
    }
    for (String key : List.of("insecure-skip-tls-verify", "disable-compression")) {
      if (cluster.isTrue(key)) {
        members.add(jsonQuoted(key) + ":true");
      }
    }
    cluster
        .material("certificate-authority")
        .map(pem -> Base64.getEncoder().encodeToString(pem.getBytes(UTF_8)))
        .ifPresent(data -> members.add("\"certificate-authority-data\":" + jsonQuoted(data)));
    extension(cluster).ifPresent(config -> members.add("\"config\":" + json(config)));
    return String.join(",", members);
  }

  private static Optional<Node> extension(Settings cluster) {
    return cluster
        .sections("extensions")
        .filter(entry -> entry.text("name").equals(Optional.of(EXTENSION)))
        .flatMap(entry -> entry.value("extension").stream())
        .findFirst();
  }

  private static String json(Node node) {
    return switch (node) {
      case Mapping mapping ->
          mapping.entries().stream()
              .map(entry -> json(entry.key()) + ":" + json(entry.value()))
              .collect(joining(",", "{", "}"));
      case Sequence sequence ->
          sequence.elements().stream().map(ExecInfo::json).collect(joining(",", "[", "]"));
      case Scalar scalar -> json(scalar);
    };
  }

  private static String json(Scalar scalar) {
    if (scalar.isNull()) {
      return "null";
    }
    boolean isLiteral =
        scalar.kind() == NodeKind.PLAIN && LITERAL.matcher(scalar.value()).matches();
    return isLiteral ? scalar.value() : jsonQuoted(scalar.value());
  }
}
