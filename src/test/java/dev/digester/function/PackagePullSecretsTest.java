package dev.digester.function;

import static dev.digester.function.PrivateRegistry.auth;
import static dev.digester.function.PrivateRegistry.base64;
import static dev.digester.function.PrivateRegistry.dockerConfig;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagePullSecretsTest {
  @TempDir Path home;
  private final PrivateRegistry registry = new PrivateRegistry();

  @AfterEach
  void close() {
    registry.close();
  }

  private FunctionCall.Answer runWith(boolean fromPackage, String... items) {
    FunctionCall.Answer answer =
        new FunctionCall(Map.of(), home).run(head(fromPackage) + String.join("", items));
    String said = answer.err() + answer.out().replaceFirst("(?ms).*^results:", "");
    assertThat(said).doesNotContain(PrivateRegistry.SECRET, auth("ann"), auth("ben"));
    return answer;
  }

  private static String head(boolean fromPackage) {
    return """
    apiVersion: config.kubernetes.io/v1
    kind: ResourceList
    functionConfig:
      apiVersion: digester.dev/v1alpha1
      kind: Digester
      metadata: {name: digester}
      spec: {results: all, credentials: {fromPackage: %s}}
    items:
    """
        .formatted(fromPackage);
  }

  private FunctionCall.Answer run(String... items) {
    return runWith(true, items);
  }

  private String pod(String metadata, String spec) {
    return """
    - apiVersion: v1
      kind: Pod
      metadata: {name: web%s}
      spec:
        %s
        containers: [{name: web, image: "%s/shop/web:v1"}]
    """
        .formatted(metadata, spec, registry.host());
  }

  private String secret(String metadata, String user) {
    return """
    - apiVersion: v1
      kind: Secret
      metadata: {name: reg%s}
      type: kubernetes.io/dockerconfigjson
      data: {.dockerconfigjson: "%s"}
    """
        .formatted(metadata, base64(dockerConfig(registry.host(), user)));
  }

  @Test
  void a_secret_that_the_pod_names_opens_the_registry() {
    run(secret("", "ann"), pod("", "imagePullSecrets: [{name: reg}]")).succeeded();
    assertThat(registry.letIn()).containsExactly("ann /v2/shop/web/manifests/v1");
  }

  @Test
  void without_the_setting_secrets_of_the_package_are_not_read() {
    assertThat(runWith(false, secret("", "ann"), pod("", "imagePullSecrets: [{name: reg}]")).exit())
        .isEqualTo(1);
    assertThat(registry.letIn()).isEmpty();
  }

  @Test
  void a_secret_that_no_one_names_opens_nothing() {
    assertThat(run(secret("", "ann"), pod("", "restartPolicy: Always")).exit()).isEqualTo(1);
    assertThat(registry.letIn()).isEmpty();
  }

  @Test
  void a_secret_serves_its_own_namespace_alone() {
    String pod = pod(", namespace: shop", "imagePullSecrets: [{name: reg}]");
    assertThat(run(secret("", "ann"), pod).exit()).isEqualTo(1);
    assertThat(run(secret(", namespace: other", "ann"), pod).exit()).isEqualTo(1);
    run(secret(", namespace: shop", "ann"), pod).succeeded();
  }

  @Test
  void a_service_account_of_the_package_names_secrets_too() {
    String account =
        """
        - apiVersion: v1
          kind: ServiceAccount
          metadata: {name: %s}
          imagePullSecrets: [{name: reg}]
        """;
    run(secret("", "ann"), account.formatted("default"), pod("", "restartPolicy: Always"))
        .succeeded();
    run(secret("", "ann"), account.formatted("runner"), pod("", "serviceAccountName: runner"))
        .succeeded();
    assertThat(
            run(
                    secret("", "ann"),
                    account.formatted("default"),
                    pod("", "serviceAccountName: runner"))
                .exit())
        .isEqualTo(1);
  }

  @Test
  void the_older_form_and_plain_text_are_read_and_items_of_a_list_count() {
    String list =
        """
        - apiVersion: v1
          kind: List
          items:
          - apiVersion: v1
            kind: Secret
            metadata: {name: reg}
            type: kubernetes.io/dockercfg
            stringData:
              .dockercfg: '{"%s/shop": {"auth": "%s"}}'
        """
            .formatted(registry.host(), auth("ben"));
    run(list, pod("", "imagePullSecrets: [{name: reg}]")).succeeded();
    assertThat(registry.letIn()).containsExactly("ben /v2/shop/web/manifests/v1");
  }

  @Test
  void workloads_with_other_credentials_for_one_image_are_two_look_ups() {
    run(
            secret(", namespace: a", "ann"),
            secret(", namespace: b", "ben"),
            secret(", namespace: c", "ann"),
            pod(", namespace: a", "imagePullSecrets: [{name: reg}]"),
            pod(", namespace: b", "imagePullSecrets: [{name: reg}]"),
            pod(", namespace: c", "imagePullSecrets: [{name: reg}]"))
        .succeeded();
    assertThat(registry.letIn())
        .containsExactlyInAnyOrder(
            "ann /v2/shop/web/manifests/v1", "ben /v2/shop/web/manifests/v1");
  }

  @Test
  void one_workload_does_not_live_on_the_credentials_of_another() {
    FunctionCall.Answer answer =
        run(
            secret(", namespace: a", "ann"),
            pod(", namespace: a", "imagePullSecrets: [{name: reg}]"),
            pod(", namespace: b", "imagePullSecrets: [{name: reg}]"));
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err()).containsOnlyOnce("cannot pin");
  }

  @Test
  void a_secret_that_is_missing_is_named_where_the_registry_refuses() {
    FunctionCall.Answer answer =
        run(
            secret(", namespace: other", "ann"),
            pod(", namespace: shop", "imagePullSecrets: [{name: reg}]"));
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.err())
        .contains("Secret shop/reg is missing, though imagePullSecrets names it");
    run(secret("", "ann"), pod("", "imagePullSecrets: [{name: gone}, {name: reg}]")).succeeded();
  }

  @Test
  void what_is_null_in_a_secret_is_absent() {
    String empty =
        """
        - apiVersion: v1
          kind: Secret
          metadata: {name: reg}
          type: kubernetes.io/dockerconfigjson
          data: {.dockerconfigjson: null}
        """;
    assertThat(run(empty, pod("", "imagePullSecrets: [{name: null}, {name: reg}]")).err())
        .contains("Secret reg of the package has no .dockerconfigjson")
        .doesNotContain("Secret null");
  }

  @Test
  void a_broken_secret_is_named_where_the_registry_refuses() {
    String broken =
        """
        - apiVersion: v1
          kind: Secret
          metadata: {name: reg}
          type: kubernetes.io/dockerconfigjson
          data: {.dockerconfigjson: "e30"}
        - apiVersion: v1
          kind: Secret
          metadata: {name: other}
          data: {a: b}
        """;
    FunctionCall.Answer answer =
        run(broken, pod("", "imagePullSecrets: [{name: reg}, {name: other}]"));
    assertThat(answer.err())
        .contains("Secret other of the package has a type that holds no credentials");
  }
}
