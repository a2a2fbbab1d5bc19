package dev.digester.registry;

import static dev.digester.registry.Manifests.manifest;
import static dev.digester.registry.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.credentials.Credential;
import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.ScriptedServer.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is odd about a header is told as that, and not as a host without an address. */
@Tag("registries-13")
class OddHeaderTest {
  private final Client client = new Client();

  @ParameterizedTest
  @ValueSource(strings = {"x", "42, 42", "99999999999999999999", "0x10", "4.5"})
  void a_length_that_is_not_a_number_is_told(String length) {
    try (var server = ScriptedServer.start(_ -> manifest().with("Content-Length", length))) {
      assertThat(client.failure(server.host() + "/a:1"))
          .isEqualTo(
              server.host()
                  + " gave no usable answer: a header of its answer that must be a number,"
                  + " Content-Length, is not one");
      assertThat(server.lines()).as("asked once, and by http only").hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Two Words: x", "X: a\0b", "X: a\u0001b", "(X): x"})
  void a_header_that_http_does_not_allow_is_told(String line) {
    var raw = new Reply.Raw("HTTP/1.1 200 OK\r\n" + line + "\r\nContent-Length: 0\r\n\r\n");
    try (var server = ScriptedServer.start(_ -> raw)) {
      assertThat(client.failure(server.host() + "/a:1"))
          .endsWith("a header of its answer has a name or value that HTTP does not allow");
      assertThat(server.lines()).hasSize(1);
    }
  }

  @Test
  void headers_without_end_are_told() {
    var raw = new Reply.Raw("HTTP/1.1 200 OK\r\nX: " + "y".repeat(500_000) + "\r\n\r\n");
    try (var server = ScriptedServer.start(_ -> raw)) {
      assertThat(client.failure(server.host() + "/a:1"))
          .endsWith("the headers of its answer are too large");
    }
  }

  @Test
  void an_answer_that_switches_protocols_is_told() {
    var raw = new Reply.Raw("HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n");
    try (var server = ScriptedServer.start(_ -> raw)) {
      assertThat(client.failure(server.host() + "/a:1")).contains("switches to another protocol");
    }
  }

  @Test
  void headers_that_mean_nothing_here_do_no_harm() {
    var odd =
        manifest()
            .with("Retry-After", "soon")
            .with("WWW-Authenticate", "\"")
            .with("Content-Encoding", ",")
            .with("Location", "%")
            .with("Set-Cookie", "=;=;\u00e4");
    try (var server = ScriptedServer.start(_ -> odd)) {
      assertThat(client.ask(server.host() + "/a:1")).isInstanceOf(Manifest.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc\n", " abc\r\n", "abc"})
  void blanks_and_line_breaks_around_a_registry_token_are_left_out(String token) {
    client.with(new Credential.RegistryToken(token));
    try (var server = wantingToken()) {
      assertThat(client.ask(server.host() + "/a:1")).isInstanceOf(Manifest.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\0b", "\u4e2d"})
  void a_registry_token_that_no_header_can_hold_is_told_without_it(String token) {
    client.with(new Credential.RegistryToken(token));
    try (var server = wantingToken()) {
      assertThat(client.failure(server.host() + "/a:1"))
          .isEqualTo(
              server.host()
                  + " was not asked: the token of the test's source holds a character that an HTTP"
                  + " header cannot hold, such as a line break");
    }
  }

  @Test
  void a_token_of_a_token_service_is_stripped_too() {
    try (var server = servingToken("abc\\n")) {
      assertThat(client.ask(server.host() + "/a:1")).isInstanceOf(Manifest.class);
    }
    for (var token : List.of("a\\nb", "\\u0000", " ", "\\u4e2d")) {
      try (var server = servingToken(token)) {
        assertThat(client.failure(server.host() + "/a:1")).endsWith("its answer holds no token");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Connection", "Host", "Content-Length"})
  void a_header_of_a_mirror_that_may_not_be_sent_is_told(String name) {
    try (var server = ScriptedServer.start(_ -> manifest())) {
      assertThat(mirror(server.host(), name, "x").message())
          .endsWith(
              " was not asked: the header "
                  + name
                  + " that is set for it is not one that may be"
                  + " sent");
      assertThat(mirror(server.host(), "X Y", "s3cret").message())
          .contains("the header that is set")
          .doesNotContain("s3cret");
      assertThat(server.lines()).isEmpty();
    }
  }

  private RegistryFailure mirror(String host, String name, String value) {
    var askedFor = new AskedFor(Optional.empty(), Map.of(name, List.of(value)), false);
    var query = new ManifestQuery(host, "a", "1", List.of()).telling(askedFor);
    var deadline = Deadline.after(Duration.ofMinutes(1), client.time);
    return (RegistryFailure) client.get().lookUpAtMirror(query, deadline);
  }

  private static ScriptedServer wantingToken() {
    return ScriptedServer.start(r ->
        r.header("authorization").equals("Bearer abc")
            ? manifest()
            : reply(401).with("WWW-Authenticate", "Basic realm=\"x\""));
  }

  private static ScriptedServer servingToken(String token) {
    return ScriptedServer.start(r -> {
      if (r.path().startsWith("/token")) {
        return reply(200, "{\"token\":\"" + token + "\"}");
      }
      var realm = "Bearer realm=\"http://" + r.header("host") + "/token\",service=\"s\"";
      return r.header("authorization").equals("Bearer abc")
          ? manifest()
          : reply(401).with("WWW-Authenticate", realm);
    });
  }
}
