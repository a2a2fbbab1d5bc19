package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry and the proxy are what the other tests take them for. */
@NeedsProgram(RealRegistry.PROGRAM)
class FixturesIT {
  @TempDir private Path folder;

  @Test
  void the_registry_serves_what_was_seeded_with_the_digest_of_its_bytes() throws Exception {
    TestImage[] images = {
      TestImage.oci("a/oci:v1"), TestImage.index("a/index:v1"),
      TestImage.docker("a/docker:v1"), TestImage.dockerList("a/list:v1")
    };
    try (RealRegistry registry = RealRegistry.plain(folder).seed(images)) {
      for (TestImage image : images) {
        HttpResponse<String> answer = get(registry.address(), image, "none");
        assertThat(answer.body()).isEqualTo(image.manifest());
        assertThat(answer.headers().firstValue("Docker-Content-Digest")).hasValue(image.digest());
      }
    }
  }

  @Test
  void the_registry_wants_basic_credentials_when_told_to() throws Exception {
    TestImage image = TestImage.oci("a/b:v1");
    var access = new RealRegistry.Access.Basic();
    try (var registry = RealRegistry.start(folder, access, Optional.empty()).seed(image)) {
      String config = RealRegistry.dockerConfig(registry.address());
      String secret = config.replaceAll(".*\"auth\": \"([^\"]+)\".*", "$1");
      assertThat(get(registry.address(), image, "none").statusCode()).isEqualTo(401);
      assertThat(get(registry.address(), image, "Basic " + secret).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void the_registry_takes_the_tokens_of_the_token_server() throws Exception {
    TestImage image = TestImage.oci("public/b:v1");
    TestCa ca = TestCa.in(folder);
    try (TokenServer tokens = TokenServer.start(ca, RealRegistry.CREDENTIALS);
        RealRegistry registry =
            RealRegistry.start(folder, new RealRegistry.Access.Token(tokens, ca), Optional.empty())
                .seed(image)) {
      HttpResponse<String> refused = get(registry.address(), image, "none");
      assertThat(refused.headers().firstValue("Www-Authenticate").orElseThrow())
          .contains(tokens.realm(), "repository:public/b:pull");
      HttpResponse<String> token =
          get(URI.create(tokens.realm() + "?scope=repository:public/b:pull"), "none");
      String jwt = token.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
      assertThat(get(registry.address(), image, "Bearer " + jwt).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void the_proxy_passes_on_counts_and_misbehaves() throws Exception {
    TestImage image = TestImage.oci("a/b:v1");
    var rule = new Fault.Rule("GET", "/manifests/", 1, 1, new Fault.Status(503));
    try (RealRegistry registry = RealRegistry.plain(folder).seed(image);
        FaultProxy proxy = FaultProxy.before(registry, rule)) {
      assertThat(get(proxy.address(), image, "none").body()).isEqualTo(image.manifest());
      assertThat(get(proxy.address(), image, "none").statusCode()).isEqualTo(503);
      assertThat(get(proxy.address(), image, "none").statusCode()).isEqualTo(200);
      assertThat(proxy.lines()).hasSize(3).containsOnly("GET /v2/a/b/manifests/v1");
    }
  }

  private static HttpResponse<String> get(String address, TestImage image, String authorization)
      throws IOException, InterruptedException {
    String path = "/v2/%s/manifests/%s".formatted(image.repository(), image.tag());
    return get(URI.create("http://" + address + path), authorization);
  }

  private static HttpResponse<String> get(URI uri, String authorization)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Accept", TestImage.OCI_INDEX + ", " + TestImage.DOCKER_LIST)
            .header("Accept", TestImage.OCI_MANIFEST + ", " + TestImage.DOCKER_MANIFEST);
    if (!authorization.equals("none")) {
      request.header("Authorization", authorization);
    }
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
