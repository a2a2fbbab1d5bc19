package dev.digester.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pull secrets of a real cluster open a real registry. */
@NeedsProgram({RealRegistry.PROGRAM, "kubectl"})
@NeedsVariable(RealCluster.VARIABLE)
class ClusterIT {
  private static final TestImage IMAGE = TestImage.oci("team/app:v1");

  @TempDir private Path folder;
  private RealCluster cluster;
  private RealRegistry registry;

  @BeforeEach
  void start() throws IOException {
    cluster = RealCluster.start();
    registry = RealRegistry.start(folder, new RealRegistry.Access.Basic(), Optional.empty());
    registry.seed(IMAGE);
  }

  @AfterEach
  void close() {
    registry.close();
    cluster.close();
  }

  private String secret(String name) {
    String content = RealRegistry.dockerConfig(registry.address());
    return """
    apiVersion: v1
    kind: Secret
    metadata: {name: %s}
    type: kubernetes.io/dockerconfigjson
    data: {.dockerconfigjson: "%s"}
    ---
    """
        .formatted(name, Base64.getEncoder().encodeToString(content.getBytes(UTF_8)));
  }

  private String list(String spec) {
    return """
    apiVersion: config.kubernetes.io/v1
    kind: ResourceList
    items:
    - apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: %s}
      spec:
        %s
        containers: [{name: web, image: "%s"}]
    """
        .formatted(cluster.namespace(), spec, registry.reference(IMAGE));
  }

  private Outcome run(String list, Path kubeconfig) {
    return ProgramUnderTest.command()
        .env("OFFLINE", "false")
        .env("KUBECONFIG", "/nowhere/config:" + kubeconfig)
        .run(list);
  }

  @Test
  void a_secret_that_the_pod_names_opens_the_registry() {
    cluster.with(secret("reg"));
    Outcome outcome = run(list("imagePullSecrets: [{name: reg}]"), RealCluster.kubeconfig());
    assertThat(outcome.orFail().out()).contains(IMAGE.digest());
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void so_does_one_of_its_service_account() {
    cluster.with(secret("reg"));
    cluster.with(
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: runner}
        imagePullSecrets: [{name: reg}]
        """);
    Outcome outcome = run(list("serviceAccountName: runner"), RealCluster.kubeconfig());
    assertThat(outcome.orFail().out()).contains(IMAGE.digest());
  }

  @Test
  void what_is_missing_is_a_warning_and_the_image_is_looked_up_without_it() {
    Outcome outcome =
        run(
            list("imagePullSecrets: [{name: nothing}]\n    serviceAccountName: nobody"),
            RealCluster.kubeconfig());
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err())
        .contains(
            "the cluster has no ServiceAccount " + cluster.namespace() + "/nobody",
            "the cluster has no Secret " + cluster.namespace() + "/nothing",
            "credentials");
  }

  @Test
  void a_right_that_is_missing_is_an_error_that_names_it() throws IOException {
    cluster.with(secret("reg"));
    cluster.with("apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: reader}\n");
    Outcome outcome =
        run(list("imagePullSecrets: [{name: reg}]"), cluster.kubeconfigOf("reader", folder));
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err())
        .contains(
            "cannot pin " + registry.reference(IMAGE),
            "verb get on serviceaccounts in namespace " + cluster.namespace(),
            "Role")
        .doesNotContain("system:serviceaccount");
  }

  @Test
  void the_certificate_may_be_checked_against_another_name() throws IOException {
    cluster.with(secret("reg"));
    for (String name : new String[] {"kubernetes.default.svc", "elsewhere.example"}) {
      Path file = Files.copy(RealCluster.kubeconfig(), folder.resolve(name));
      Command kubectl = Command.of("kubectl", "--kubeconfig", file.toString(), "config");
      String entry =
          kubectl.with("view", "-o", "jsonpath={.clusters[0].name}").run().orFail().out();
      kubectl.with("set-cluster", entry, "--tls-server-name=" + name).run().orFail();
      Outcome outcome = run(list("imagePullSecrets: [{name: reg}]"), file);
      if (name.startsWith("kubernetes")) {
        assertThat(outcome.orFail().out()).contains(IMAGE.digest());
      } else {
        assertThat(outcome.err()).contains("its certificate is not trusted");
      }
    }
  }

  @Test
  void a_credential_plugin_says_who_asks() throws IOException {
    cluster.with(secret("reg"));
    String admin = Files.readString(RealCluster.kubeconfig());
    String users = admin.substring(admin.indexOf("\nusers:"));
    Path plugin = folder.resolve("plugin");
    Files.writeString(
        plugin,
        """
        #!/bin/sh
        cat <<E
        {"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential", "status":
          {"clientCertificateData": "$CERTIFICATE", "clientKeyData": "$KEY"}}
        E
        """);
    assertThat(plugin.toFile().setExecutable(true)).isTrue();
    String entry =
        """

        users:
        - name: admin
          user:
            exec:
              apiVersion: client.authentication.k8s.io/v1
              command: ./plugin
              interactiveMode: Never
              env: [{name: CERTIFICATE, value: "%s"}, {name: KEY, value: "%s"}]
        """
            .formatted(pem(users, "client-certificate-data"), pem(users, "client-key-data"));
    Path file = folder.resolve("kubeconfig");
    Files.writeString(file, admin.replace(users, entry));
    assertThat(run(list("imagePullSecrets: [{name: reg}]"), file).orFail().out())
        .contains(IMAGE.digest());
  }

  /** The text after a key as a JSON string has it, with escapes for YAML. */
  private static String pem(String users, String key) {
    String base64 = users.replaceFirst("(?s).*" + key + ": ([A-Za-z0-9+/=]+).*", "$1");
    return new String(Base64.getDecoder().decode(base64), UTF_8).replace("\n", "\\\\n");
  }

  @Test
  void a_cluster_that_is_not_there_is_an_error_of_each_image() throws IOException {
    Path file = folder.resolve("gone");
    Files.writeString(
        file,
        Files.readString(RealCluster.kubeconfig())
            .replaceFirst("https://127.0.0.1:\\d+", "https://127.0.0.1:1"));
    Outcome outcome = run(list("restartPolicy: Always"), file);
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("cannot pin " + registry.reference(IMAGE), "127.0.0.1:1", "cannot be reached");
  }
}
