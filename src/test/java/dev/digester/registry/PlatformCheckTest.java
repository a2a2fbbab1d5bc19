package dev.digester.registry;

import static dev.digester.registry.Manifests.content;
import static dev.digester.registry.Manifests.digest;
import static dev.digester.registry.Manifests.manifest;
import static dev.digester.registry.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.ScriptedServer.Reply;
import dev.digester.registry.ScriptedServer.Script;
import org.junit.jupiter.api.Test;

class PlatformCheckTest {
  private final Client client = new Client();

  private static Script single(Reply config) {
    return r -> r.path().contains("/blobs/") ? config : manifest();
  }

  @Test
  void one_get_answers_for_an_index() {
    try (var server = ScriptedServer.start(_ -> content(Manifests.LIST, Manifests.INDEX))) {
      var answer = client.ask(server.host() + "/a:v1", "linux/amd64", "linux/arm");
      assertThat(((Manifest) answer).platforms().toString())
          .isEqualTo("[linux/amd64, linux/arm/v7]");
      assertThat(((Manifest) answer).digest()).isEqualTo(digest(Manifests.LIST));
      assertThat(server.lines()).containsExactly("GET /v2/a/manifests/v1");
    }
  }

  @Test
  void what_an_index_lacks_is_said_beside_what_it_has() {
    try (var server = ScriptedServer.start(_ -> content(Manifests.LIST, Manifests.INDEX))) {
      assertThat(
              client.failure(server.host() + "/a:v1", "linux/amd64", "linux/arm64", "linux/s390x"))
          .isEqualTo(
              "the image is not made for linux/arm64, linux/s390x, only for linux/amd64, linux/arm/v7");
    }
    try (var server =
        ScriptedServer.start(
            _ -> content("{\"schemaVersion\":2,\"manifests\":[]}", Manifests.INDEX))) {
      assertThat(client.failure(server.host() + "/a:v1", "linux/amd64"))
          .contains("only for no platform at all");
    }
  }

  @Test
  void a_single_manifest_is_judged_by_its_configuration() {
    try (var server = ScriptedServer.start(single(reply(200, Manifests.CONFIG)))) {
      var answer = client.ask(server.host() + "/a:v1", "linux/arm64");
      assertThat(((Manifest) answer).platforms().toString()).isEqualTo("[linux/arm64/v8]");
      assertThat(server.lines())
          .containsExactly("GET /v2/a/manifests/v1", "GET /v2/a/blobs/" + digest(Manifests.CONFIG));
      assertThat(client.failure(server.host() + "/a:v1", "linux/amd64"))
          .isEqualTo("the image is not made for linux/amd64, only for linux/arm64/v8");
    }
  }

  @Test
  void a_configuration_may_lie_elsewhere() {
    try (var blobs = ScriptedServer.start(_ -> reply(200, Manifests.CONFIG));
        var server =
            ScriptedServer.start(
                single(reply(307).with("Location", "http://" + blobs.host() + "/x")))) {
      assertThat(client.ask(server.host() + "/a:v1", "linux/arm64")).isInstanceOf(Manifest.class);
    }
  }

  @Test
  void a_configuration_that_was_changed_is_refused() {
    try (var server =
        ScriptedServer.start(single(reply(200, "{\"os\":\"linux\",\"architecture\":\"amd64\"}")))) {
      assertThat(client.failure(server.host() + "/a:v1", "linux/amd64"))
          .contains("sent content whose digest is");
    }
  }

  @Test
  void a_configuration_that_cannot_be_had_is_said() {
    try (var server = ScriptedServer.start(single(reply(404)))) {
      assertThat(client.failure(server.host() + "/a:v1", "linux/amd64"))
          .contains("does not give out the image's configuration, which names its platform (404)");
    }
    try (var server = ScriptedServer.start(single(new Reply.Raw("")))) {
      assertThat(client.failure(server.host() + "/a:v1", "linux/amd64"))
          .contains("dropped the connection");
    }
    try (var server = ScriptedServer.start(single(reply(401).with("WWW-Authenticate", "Basic")))) {
      assertThat(client.failure(server.host() + "/a:v1", "linux/amd64"))
          .contains("wants credentials");
    }
  }

  @Test
  void an_image_without_a_platform_is_refused() {
    var artifact = "{\"schemaVersion\":2,\"config\":{\"digest\":\"" + digest("{}") + "\"}}";
    try (var server =
        ScriptedServer.start(r ->
            r.path().contains("/blobs/") ? reply(200, "{}") : content(artifact, Manifests.OCI))) {
      assertThat(client.failure(server.host() + "/a:v1", "linux/amd64"))
          .contains("names no platform");
    }
    try (var server = ScriptedServer.start(_ -> content("{\"schemaVersion\":2}", Manifests.OCI))) {
      assertThat(client.failure(server.host() + "/a:v1", "linux/amd64"))
          .contains("names no platform");
    }
  }
}
