package dev.digester.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * The cluster that {@code KUBECONFIG} of the tests' own environment names, with a namespace of its
 * own that is deleted in the end.
 */
final class RealCluster implements AutoCloseable {
  /** Names the kubeconfig of a cluster that tests may write to. */
  static final String VARIABLE = "DIGESTER_TESTS_KUBECONFIG";

  private final String namespace = "digester-" + UUID.randomUUID().toString().substring(0, 8);

  private RealCluster() {}

  static RealCluster start() {
    RealCluster cluster = new RealCluster();
    cluster.kubectl("create", "namespace", cluster.namespace).run().orFail();
    return cluster;
  }

  static Path kubeconfig() {
    return Path.of(Optional.ofNullable(System.getenv(VARIABLE)).orElseThrow());
  }

  String namespace() {
    return namespace;
  }

  /** Creates objects in the namespace. */
  RealCluster with(String yaml) {
    kubectl("apply", "--namespace", namespace, "-f", "-").run(yaml).orFail();
    return this;
  }

  /** A kubeconfig for a ServiceAccount of the namespace, which may do what its roles allow. */
  Path kubeconfigOf(String account, Path folder) throws IOException {
    String token = kubectl("create", "token", account, "-n", namespace).run().orFail().out();
    String admin = Files.readString(kubeconfig());
    Path file = folder.resolve(account + ".kubeconfig");
    String cluster = admin.substring(0, admin.indexOf("\nusers:"));
    String user = cluster.replaceFirst("user: [^}\n]+", "user: account");
    return Files.writeString(
        file, user + "\nusers:\n- name: account\n  user: {token: \"" + token.strip() + "\"}\n");
  }

  private Command kubectl(String... words) {
    return Command.of("kubectl", "--kubeconfig", kubeconfig().toString()).with(words);
  }

  @Override
  public void close() {
    kubectl("delete", "namespace", namespace, "--wait=false").run().orFail();
  }
}
