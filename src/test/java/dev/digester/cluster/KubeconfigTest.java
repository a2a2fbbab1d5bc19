package dev.digester.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubeconfigTest {
  @TempDir Path folder;

  private Path file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ClusterAccess find(String kubeconfig) {
    return new ClusterFinder(Map.of("PATH", "/usr/bin:/bin"), folder, folder.resolve("pod"))
        .find(Optional.of(kubeconfig));
  }

  private static String config(String cluster, String user) {
    return """
    apiVersion: v1
    kind: Config
    current-context: here
    contexts: [{name: here, context: {cluster: c, user: u}}]
    clusters: [{name: c, cluster: {server: "https://one.example:6443", %s}}]
    users: [{name: u, user: {%s}}]
    """
        .formatted(cluster, user);
  }

  @Test
  void of_several_files_the_first_to_name_something_counts() {
    Path first =
        file(
            "a/config",
            """
            contexts:
            - {name: here, context: {cluster: c, user: u}}
            users:
            - {name: u, user: {tokenFile: t}}
            """);
    file("a/t", "t0ken-of-a\n");
    Path second = file("b/config", config("certificate-authority: ca.crt", "token: t0ken-of-b"));
    file("b/ca.crt", "authority of b");
    ClusterAccess access = find("/nowhere/config:" + first + "::" + second);
    assertThat(access.server()).hasToString("one.example:6443");
    assertThat(access.identity().token()).contains("t0ken-of-a");
    assertThat(access.trust().authorities()).contains("authority of b");
    assertThat(find(second + ":" + first).identity().token()).contains("t0ken-of-b");
    assertThat(access.toString() + access.identity() + access.server()).doesNotContain("t0ken");
  }

  @Test
  void a_token_of_a_file_goes_before_one_that_is_written_down() {
    file("token", "t0ken-of-file\n");
    Path file = file("config", config("", "token: t0ken, tokenFile: token"));
    assertThat(find(file.toString()).identity().token()).contains("t0ken-of-file");
  }

  @Test
  void a_server_may_have_a_proxy_and_another_name() {
    String cluster = "proxy-url: \"http://me:s3cr3t@proxy\", tls-server-name: api.internal";
    ClusterAccess access = find(file("config", config(cluster, "")).toString());
    assertThat(access.server().proxy()).map(Object::toString).contains("http://me:s3cr3t@proxy:80");
    assertThat(access.trust().name()).contains("api.internal");
    assertThat(access.server().toString()).doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          proxy-url: socks5://p:1 |                                    | a proxy-url that is not http://
          proxy-url: https://p:1  |                                    | a proxy-url that is not http://
                                  | username: s3cr3t, password: s3cr3t | a user with 'username'
                                  | as: s3cr3t                         | a user with 'as'
                                  | as-groups: [s3cr3t]                | a user with 'as-groups'
                                  | auth-provider: {name: gcp}         | a user with 'auth-provider'
          certificate-authority-data: "*" |                            | -data that is not base64
                                  | exec: {command: x}                 | an exec whose apiVersion is none of
                                  | exec: {apiVersion: client.authentication.k8s.io/v1alpha1, command: x} | none of client.authentication.k8s.io/v1,
                                  | exec: {apiVersion: client.authentication.k8s.io/v1} | an exec without a command
          """)
  void what_is_not_carried_out_is_an_error_that_quotes_nothing(
      String cluster, String user, String reason) {
    Path file = file("config", config(cluster == null ? "" : cluster, user == null ? "" : user));
    assertThatThrownBy(() -> find(file.toString()))
        .isInstanceOf(ClusterException.class)
        .hasMessageContainingAll(file.toString(), reason)
        .hasMessageNotContaining("s3cr3t");
  }

  @Test
  void what_is_broken_or_missing_is_told_with_its_file() {
    Path broken = file("broken", "a: [\n");
    Path empty = file("empty", "[]\n");
    assertThatThrownBy(() -> find(broken.toString())).hasMessageContaining("is not YAML: line");
    assertThatThrownBy(() -> find(empty.toString())).hasMessageContaining("is not a mapping");
    Path bare = file("bare", "kind: Config\n");
    assertThatThrownBy(() -> find(bare.toString())).hasMessageContaining("has no current-context");
    Path tokenless = file("config", config("", "tokenFile: nowhere"));
    assertThatThrownBy(() -> find(tokenless.toString()))
        .hasMessage("cannot read " + folder.resolve("nowhere"));
  }

  private void plugin(String script) {
    assertThat(file("plugin", "#!/bin/sh\n" + script).toFile().setExecutable(true)).isTrue();
  }

  private ClusterAccess withPlugin(String cluster, String exec) {
    return find(
        file(
                "config",
                config(
                    cluster,
                    "exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: ./plugin, %s}"
                        .formatted(exec)))
            .toString());
  }

  private static String credential(String version, String status) {
    return """
    echo '{"kind": "ExecCredential", "apiVersion": "client.authentication.k8s.io/%s", "status": {%s}}'
    """
        .formatted(version, status);
  }

  @Test
  void a_plugin_is_told_what_its_entry_says() {
    plugin(
        "echo \"$KUBERNETES_EXEC_INFO $1 $WHO\" > \"$OUT\"\n"
            + credential("v1beta1", "\"token\": \"t0ken\""));
    Path told = folder.resolve("told");
    ClusterAccess access =
        withPlugin(
            """
            certificate-authority-data: Y2E=, tls-server-name: api, insecure-skip-tls-verify: true,
            extensions: [{name: client.authentication.k8s.io/exec,
            extension: {audience: "a\\"b", n: 1.5, list: [true, no, ~]}}]\
            """,
            """
            provideClusterInfo: true, args: [x], interactiveMode: IfAvailable,
            env: [{name: WHO, value: me}, {name: OUT, value: "%s"}]\
            """
                .formatted(told));
    assertThat(access.identity().token()).contains("t0ken");
    assertThat(told)
        .hasContent(
            "{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1beta1\","
                + "\"spec\":{\"interactive\":false,\"cluster\":{"
                + "\"server\":\"https://one.example:6443\",\"tls-server-name\":\"api\","
                + "\"insecure-skip-tls-verify\":true,\"certificate-authority-data\":\"Y2E=\","
                + "\"config\":{\"audience\":\"a\\u0022b\",\"n\":1.5,\"list\":[true,\"no\",null]}}}}"
                + " x me");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          echo t0ken                      | gave no ExecCredential of client.authentication.k8s.io/v1beta1
          echo t0ken >&2; exit 3          | ended with exit code 3
          V1                              | gave no ExecCredential of client.authentication.k8s.io/v1beta1
          EMPTY                           | gave no token and no certificate
          """)
  void a_plugin_that_fails_is_named_and_not_quoted(String script, String reason) {
    plugin(
        switch (script) {
          case "V1" -> credential("v1", "\"token\": \"t0ken\"");
          case "EMPTY" -> credential("v1beta1", "");
          default -> script;
        });
    assertThatThrownBy(() -> withPlugin("", ""))
        .hasMessage("the credential plugin ./plugin of the kubeconfig " + reason);
  }

  @Test
  void a_plugin_that_wants_a_terminal_or_is_not_there_says_so() {
    assertThatThrownBy(() -> withPlugin("", "interactiveMode: Always"))
        .hasMessageContaining("wants a terminal");
    assertThatThrownBy(() -> withPlugin("", "")).hasMessageContaining("is it installed?");
  }

  @Test
  void a_pod_has_files_of_its_service_account() {
    file("pod/token", "t0ken\n");
    file("pod/ca.crt", "authority");
    Map<String, String> environment =
        Map.of("KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "6443");
    ClusterAccess access =
        new ClusterFinder(environment, folder, folder.resolve("pod")).find(Optional.empty());
    assertThat(access.server()).hasToString("[fd00::1]:6443");
    assertThat(access.identity().token()).contains("t0ken");
    assertThat(access.trust().authorities()).contains("authority");
  }
}
