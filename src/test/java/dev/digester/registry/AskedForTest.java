package dev.digester.registry;

import static dev.digester.registry.Manifests.manifest;
import static dev.digester.registry.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.ManifestAnswer.Manifest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskedForTest {
  private static final AskedFor QUAY =
      new AskedFor(
          Optional.of("quay.io:8443"), Map.of("X-Key", List.of("s3cret", "second")), false);

  private static ManifestAnswer ask(Client client, String host, AskedFor askedFor) {
    var query = new ManifestQuery(host, "team/app", "v1", List.of()).telling(askedFor);
    return client.get().lookUpAtMirror(query, Deadline.after(Duration.ofMinutes(1), client.time));
  }

  @Test
  void a_mirror_is_told_the_registry_and_gets_its_headers() {
    try (var server = ScriptedServer.start(_ -> manifest())) {
      assertThat(ask(new Client(), server.host(), QUAY)).isInstanceOf(Manifest.class);
      assertThat(server.lines()).containsExactly("GET /v2/team/app/manifests/v1?ns=quay.io%3A8443");
      assertThat(server.requests().getFirst().header("x-key")).isEqualTo("second");
    }
  }

  @Test
  void a_redirect_to_another_host_takes_no_headers_along() {
    try (var other = ScriptedServer.start(_ -> manifest());
        var server =
            ScriptedServer.start(
                _ -> reply(307).with("Location", "http://" + other.host() + "/x"))) {
      assertThat(ask(new Client(), server.host(), QUAY)).isInstanceOf(Manifest.class);
      assertThat(other.requests().getFirst().headers()).doesNotContainKey("x-key");
    }
  }

  @Test
  void headers_go_by_plain_http_only_where_the_file_says_so() {
    assertThat(QUAY.headers(true)).isEmpty();
    assertThat(QUAY.headers(false)).containsKey("X-Key");
    assertThat(new AskedFor(Optional.empty(), QUAY.headers(), true).headers(true))
        .containsKey("X-Key");
    assertThat(QUAY.toString()).doesNotContain("s3cret");
  }
}
