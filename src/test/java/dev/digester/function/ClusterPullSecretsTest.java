package dev.digester.function;

import static dev.digester.function.PrivateRegistry.base64;
import static dev.digester.function.PrivateRegistry.dockerConfig;
import static dev.digester.registry.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.ScriptedServer;
import dev.digester.registry.ScriptedServer.Reply;
import dev.digester.registry.ScriptedServer.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterPullSecretsTest {
  private static final String OBJECTS = "/api/v1/namespaces/%s/";

  @TempDir Path home;
  private final PrivateRegistry registry = new PrivateRegistry();
  private final ScriptedServer cluster = ScriptedServer.start(this::object);

  @BeforeEach
  void leadToTheCluster() throws IOException {
    Files.writeString(
        home.resolve("kubeconfig"),
        """
        current-context: here
        contexts: [{name: here, context: {cluster: loopback}}]
        clusters: [{name: loopback, cluster: {server: "http://%s/"}}]
        """
            .formatted(cluster.host()));
  }

  @AfterEach
  void close() {
    cluster.close();
    registry.close();
  }

  /** Has the Secret {@code reg} in each namespace, and gives nothing of the namespace closed. */
  private Reply object(Seen request) {
    if (request.path().contains("/closed/")) {
      return reply(403, "{}");
    }
    if (!request.path().endsWith("/secrets/reg")) {
      return reply(404, "{}");
    }
    String data = base64(dockerConfig(registry.host(), "ann"));
    return reply(
        200,
        """
        {"type": "kubernetes.io/dockerconfigjson", "data": {".dockerconfigjson": "%s"}}
        """
            .formatted(data));
  }

  private FunctionCall.Answer run(String... pods) {
    Map<String, String> environment =
        Map.of("OFFLINE", "false", "KUBECONFIG", home.resolve("kubeconfig").toString());
    String head = "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n";
    FunctionCall.Answer answer =
        new FunctionCall(environment, home).run(head + String.join("", pods));
    assertThat(answer.all()).doesNotContain(PrivateRegistry.SECRET);
    return answer;
  }

  private String pod(String metadata, String image) {
    return """
    - apiVersion: v1
      kind: Pod
      metadata: {name: web%s}
      spec:
        imagePullSecrets: [{name: reg}]
        containers: [{name: web, image: "%s"}]
    """
        .formatted(metadata, image);
  }

  @Test
  void each_object_is_asked_for_once_and_one_that_is_missing_is_a_warning() {
    FunctionCall.Answer answer =
        run(
            pod("", registry.host() + "/a:v1"),
            pod("", registry.host() + "/b:v1"),
            pod(", namespace: shop", registry.host() + "/a:v1"));
    assertThat(answer.succeeded().err())
        .contains("the cluster has no ServiceAccount default/default")
        .contains("the cluster has no ServiceAccount shop/default");
    assertThat(cluster.lines())
        .containsExactlyInAnyOrder(
            "GET " + OBJECTS.formatted("default") + "serviceaccounts/default",
            "GET " + OBJECTS.formatted("default") + "secrets/reg",
            "GET " + OBJECTS.formatted("shop") + "serviceaccounts/default",
            "GET " + OBJECTS.formatted("shop") + "secrets/reg");
    assertThat(registry.letIn()).as("one lookup for each image").hasSize(2);
  }

  @Test
  void a_right_that_is_missing_is_an_error_of_each_image_and_asked_for_once() {
    FunctionCall.Answer answer =
        run(
            pod(", namespace: closed", registry.host() + "/a:v1"),
            pod(", namespace: closed", registry.host() + "/b:v1"),
            pod("", registry.host() + "/c:v1"));
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err().lines().filter(line -> line.contains("cannot pin")))
        .hasSize(3)
        .first()
        .asString()
        .contains("cannot pin 2 images")
        .contains("verb get on serviceaccounts in namespace closed");
    assertThat(cluster.lines().stream().filter(line -> line.contains("/closed/"))).hasSize(1);
  }

  @Test
  void a_list_without_a_look_up_costs_no_request() {
    String pinned = registry.host() + "/a:v1@sha256:" + "0".repeat(64);
    run(pod("", pinned)).succeeded();
    assertThat(cluster.requests()).isEmpty();
  }

  @Test
  void a_kubeconfig_that_is_not_there_or_broken_is_told_with_its_name() throws IOException {
    Files.writeString(home.resolve("kubeconfig"), "current-context: nowhere\n");
    assertThat(run(pod("", registry.host() + "/a:v1")).err())
        .contains(
            "pull secrets cannot be read: the kubeconfig " + home.resolve("kubeconfig"),
            "no entry under contexts");
    Files.delete(home.resolve("kubeconfig"));
    assertThat(run(pod("", registry.host() + "/a:v1")).err())
        .contains("there is no file " + home.resolve("kubeconfig"));
  }
}
