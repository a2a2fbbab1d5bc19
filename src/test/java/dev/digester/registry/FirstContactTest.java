package dev.digester.registry;

import static dev.digester.registry.Manifests.manifest;
import static dev.digester.registry.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.credentials.Answer;
import dev.digester.credentials.Credential;
import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.ScriptedServer.Script;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstContactTest {
  private static final String HOST = "registry.example:5000";
  private static final ManifestAnswer SILENT =
      new RegistryFailure.Unreachable(HOST, "the connection was refused");
  private static final ManifestAnswer OTHER = new RegistryFailure.Unusable(HOST, "418");

  private final TestTime time = new TestTime();
  private final FirstContact contact = new FirstContact(HOST);

  private ManifestAnswer pass(ManifestAnswer answer) {
    return contact.pass(() -> answer, time);
  }

  @Test
  void a_host_that_cannot_be_reached_is_not_asked_again_for_30_seconds() {
    assertThat(pass(SILENT)).isSameAs(SILENT);
    assertThat(pass(OTHER)).isSameAs(SILENT);
    time.sleep(Duration.ofSeconds(30));
    assertThat(pass(OTHER)).isSameAs(OTHER);
  }

  @Test
  void a_host_whose_certificate_is_not_trusted_is_not_asked_again() {
    var untrusted = new RegistryFailure.Untrusted(HOST, "its certificate has expired");
    assertThat(pass(untrusted)).isSameAs(untrusted);
    assertThat(pass(OTHER)).isSameAs(untrusted);
  }

  static List<RegistryFailure> what_is_a_matter_of_one_image() {
    return List.of(
        new RegistryFailure.Unreachable("storage.example, to which " + HOST + " redirects,", "x"),
        new RegistryFailure.Unreachable("the token service auth.example", "no such host", true),
        new RegistryFailure.Unreachable("the token service " + HOST, "no such host", true),
        new RegistryFailure.Untrusted("storage.example, to which " + HOST + " redirects,", "x"),
        new RegistryFailure.Untrusted("the token service auth.example", "x"),
        new RegistryFailure.TimedOut(HOST, "no complete answer within 30 s"),
        new RegistryFailure.Dropped(HOST),
        new RegistryFailure.Unusable(HOST, "it redirects where no one may follow"));
  }

  @ParameterizedTest
  @MethodSource
  void what_is_a_matter_of_one_image(RegistryFailure failure) {
    assertThat(pass(failure)).isSameAs(failure);
    assertThat(pass(OTHER)).isSameAs(OTHER);
  }

  @Test
  void a_look_up_that_breaks_lets_the_next_one_go() {
    assertThatThrownBy(() ->
            contact.pass(
                () -> {
                  throw new IllegalStateException("broken");
                },
                time))
        .hasMessage("broken");
    assertThat(pass(OTHER)).isSameAs(OTHER);
  }

  @Test
  void a_redirect_of_one_image_that_leads_nowhere_is_not_believed_of_others() {
    var gone = ScriptedServer.start(_ -> manifest());
    gone.close();
    try (var server =
        ScriptedServer.start(r ->
            r.path().contains("/bad/")
                ? reply(307).with("Location", "http://" + gone.host() + "/x")
                : manifest())) {
      var client = new Client();
      assertThat(client.failure(server.host() + "/bad:1")).contains("cannot be reached");
      assertThat(client.ask(server.host() + "/good:1")).isInstanceOf(Manifest.class);
    }
  }

  /** A registry whose token service answers one repository oddly. */
  private static Script tokens(String odd) {
    return r -> {
      if (r.path().startsWith("/token")) {
        return reply(200, r.path().contains("bad") ? odd : "{\"token\":\"abc\"}");
      }
      return r.header("authorization").equals("Bearer abc")
          ? manifest()
          : reply(401)
              .with("WWW-Authenticate", "Bearer realm=\"http://" + r.header("host") + "/token\"");
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"token\":\"a\\nb\"}",
        "{\"token\":\"a\\u0000\"}",
        "{\"token\":\"ä\"}",
        "{\"token\":\"a b\"}",
        "{\"access_token\":\"a\\r\\nX: y\"}",
        "{}",
        "[]",
        "no json"
      })
  void an_odd_token_of_one_image_is_not_believed_of_others(String odd) {
    try (var server = ScriptedServer.start(tokens(odd))) {
      var client = new Client();
      assertThat(client.failure(server.host() + "/bad:1"))
          .isEqualTo(
              "the token service %s gave no usable answer: its answer holds no token"
                  .formatted(server.host()));
      assertThat(client.ask(server.host() + "/good:1")).isInstanceOf(Manifest.class);
    }
  }

  @Test
  void a_token_of_the_user_that_no_header_can_hold_is_named_by_its_source() {
    var client =
        new Client()
            .with((_, repository) ->
                new Answer.Found(
                    new Credential.RegistryToken(repository.equals("bad") ? "a\nb" : "abc"),
                    "the test's source"));
    try (var basic =
        ScriptedServer.start(r ->
            r.header("authorization").equals("Bearer abc")
                ? manifest()
                : reply(401).with("WWW-Authenticate", "Basic realm=\"r\""))) {
      assertThat(client.failure(basic.host() + "/bad:1"))
          .contains("the token of the test's source holds a character that an HTTP header");
      assertThat(client.ask(basic.host() + "/good:1")).isInstanceOf(Manifest.class);
    }
  }
}
