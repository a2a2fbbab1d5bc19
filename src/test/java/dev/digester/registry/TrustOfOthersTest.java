package dev.digester.registry;

import static dev.digester.registry.Manifests.manifest;
import static dev.digester.registry.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.credentials.Answer;
import dev.digester.credentials.Credential;
import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.ScriptedServer.Reply;
import dev.digester.registry.ScriptedServer.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trust belongs to a registry and to what it named for its own purposes. */
class TrustOfOthersTest {
  private static final TestCertificates CERTIFICATES = TestCertificates.shared();
  private static final String CA = CERTIFICATES.pem("ca");

  @TempDir Path folder;

  private static ScriptedServer tls(Script script) {
    return ScriptedServer.start(CERTIFICATES.server("server"), false, script);
  }

  private static Reply challenge(String realm) {
    return reply(401).with("WWW-Authenticate", "Bearer realm=\"" + realm + "\",service=\"s\"");
  }

  /** A registry that answers those who have the token of a service, and names the service. */
  private static Script guardedBy(ScriptedServer service) {
    return r ->
        r.header("authorization").equals("Bearer t")
            ? manifest()
            : challenge("https://" + service.host() + "/token");
  }

  private static Reply token() {
    return reply(200, "{\"token\":\"t\"}");
  }

  /** How the first registry is trusted: by settings that are its own. */
  private static Client trusting(String way, String host) {
    return way.equals("insecure") ? new Client().insecure(host) : new Client().trusting(host, CA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"insecure", "ca"})
  void a_token_service_that_one_registry_named_is_not_trusted_for_another(String way) {
    try (var service = tls(_ -> token());
        var first = tls(guardedBy(service));
        var second = ScriptedServer.start(guardedBy(service))) {
      var client =
          trusting(way, first.host())
              .with((host, _) ->
                  host.equals(second.host())
                      ? new Answer.Found(new Credential.Basic("victim", "secret"), "a file")
                      : new Answer.None(List.of(), Optional.empty()));
      assertThat(client.ask(first.host() + "/a:v1")).isInstanceOf(Manifest.class);
      var asked = service.requests().size();
      assertThat(client.failure(second.host() + "/a:v1"))
          .startsWith("the token service " + service.host() + " is not trusted");
      assertThat(service.requests()).as("nothing is sent there").hasSize(asked);
      assertThat(client.ask(first.host() + "/b:v1")).isInstanceOf(Manifest.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"insecure", "ca"})
  void a_registry_that_another_names_as_its_token_service_is_judged_by_its_own_settings(
      String way) {
    try (var named = tls(r -> r.path().startsWith("/token") ? token() : manifest());
        var first = tls(guardedBy(named))) {
      var unannounced = trusting(way, first.host());
      assertThat(unannounced.ask(first.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(unannounced.failure(named.host() + "/a:v1")).contains("is not trusted");

      var announced = trusting(way, first.host());
      announced.get().expect(List.of(named.host(), first.host()));
      assertThat(announced.failure(first.host() + "/a:v1"))
          .startsWith("the token service " + named.host() + " is not trusted");

      var configured = trusting(way, first.host()).with(RegistrySettings.defaults(named.host()));
      assertThat(configured.failure(first.host() + "/a:v1"))
          .startsWith("the token service " + named.host() + " is not trusted");
    }
  }

  @Test
  void a_registry_that_another_names_is_asked_with_its_own_authority() {
    try (var named = tls(_ -> token());
        var first = ScriptedServer.start(guardedBy(named))) {
      assertThat(new Client().failure(first.host() + "/a:v1")).contains("is not trusted");
      assertThat(new Client().trusting(named.host(), CA).ask(first.host() + "/a:v1"))
          .isInstanceOf(Manifest.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"insecure", "ca"})
  void a_redirects_target_is_not_judged_by_the_registry_that_redirects(String way) {
    try (var storage = tls(_ -> manifest());
        var first = tls(_ -> reply(307).with("Location", "https://" + storage.host() + "/x"))) {
      assertThat(trusting(way, first.host()).failure(first.host() + "/a:v1"))
          .startsWith("127.0.0.1, to which " + first.host() + " redirects, is not trusted");
      assertThat(storage.requests()).isEmpty();
      assertThat(
              trusting(way, first.host()).trusting(storage.host(), CA).ask(first.host() + "/a:v1"))
          .isInstanceOf(Manifest.class);
      assertThat(trusting(way, first.host()).insecure(storage.host()).ask(first.host() + "/a:v1"))
          .isInstanceOf(Manifest.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"insecure", "ca"})
  void where_a_token_service_redirects_is_not_judged_by_the_registry(String way) {
    try (var other = tls(_ -> token());
        var service = tls(_ -> reply(307).with("Location", "https://" + other.host() + "/t"));
        var first = tls(guardedBy(service))) {
      assertThat(trusting(way, first.host()).failure(first.host() + "/a:v1"))
          .contains("is not trusted");
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void a_registry_that_a_redirect_leads_back_to_is_judged_by_its_own_settings() {
    var script = new Script[1];
    try (var first = tls(r -> script[0].answer(r));
        var storage = tls(_ -> reply(307).with("Location", "https://" + first.host() + "/back"))) {
      script[0] =
          r ->
              r.path().equals("/back")
                  ? manifest()
                  : reply(307).with("Location", "https://" + storage.host() + "/x");
      var client = new Client().trusting(first.host(), CA).insecure(storage.host());
      assertThat(client.ask(first.host() + "/a:v1")).isInstanceOf(Manifest.class);
    }
  }

  @Test
  void the_folders_of_a_registry_serve_its_token_service_and_no_redirects_target()
      throws IOException {
    try (var service = tls(_ -> token());
        var storage = tls(_ -> manifest());
        var first =
            tls(r ->
                r.path().contains("/far/")
                    ? reply(307).with("Location", "https://" + storage.host() + "/x")
                    : guardedBy(service).answer(r))) {
      var own = Files.createDirectories(folder.resolve(first.host()));
      Files.writeString(own.resolve("ca.crt"), CA);
      var client = new Client().trusting(List.of(), List.of(folder));
      assertThat(client.ask(first.host() + "/near:v1")).isInstanceOf(Manifest.class);
      assertThat(client.failure(first.host() + "/far:v1")).contains("is not trusted");
      Files.createDirectories(folder.resolve(storage.host()));
      Files.writeString(folder.resolve(storage.host()).resolve("ca.crt"), CA);
      assertThat(new Client().trusting(List.of(), List.of(folder)).ask(first.host() + "/far:v1"))
          .isInstanceOf(Manifest.class);
    }
  }

  @Test
  void a_client_certificate_is_not_shown_to_the_token_service() throws IOException {
    try (var service = ScriptedServer.start(CERTIFICATES.server("server"), true, _ -> token());
        var first = ScriptedServer.start(CERTIFICATES.server("server"), true, guardedBy(service))) {
      var own = Files.createDirectories(folder.resolve(first.host()));
      Files.writeString(own.resolve("ca.crt"), CA);
      Files.writeString(own.resolve("client.cert"), CERTIFICATES.pem("client"));
      Files.writeString(
          own.resolve("client.key"),
          TestCertificates.pem("PRIVATE KEY", CERTIFICATES.key("client")));
      var client = new Client().trusting(List.of(), List.of(folder));
      assertThat(client.failure(first.host() + "/a:v1"))
          .startsWith("the token service " + service.host());
      assertThat(service.requests()).isEmpty();
    }
  }

  @Test
  void who_wants_no_requests_in_one_domain_is_asked_in_another() {
    try (var service =
            tls(r ->
                r.path().contains("service=first")
                    ? reply(429).with("Retry-After", "86400")
                    : token());
        var first =
            tls(_ ->
                reply(401)
                    .with(
                        "WWW-Authenticate",
                        "Bearer realm=\"https://%s/token\",service=\"first\""
                            .formatted(service.host())));
        var second = tls(guardedBy(service))) {
      var client = new Client().insecure(first.host()).trusting(second.host(), CA);
      assertThat(client.failure(first.host() + "/a:v1")).contains("limits the rate");
      assertThat(client.ask(second.host() + "/a:v1")).isInstanceOf(Manifest.class);
    }
  }

  @Test
  void a_client_that_was_closed_has_no_connections_in_any_domain() {
    try (var first = tls(_ -> manifest());
        var second = tls(_ -> manifest())) {
      var client = new Client().insecure(first.host()).trusting(second.host(), CA);
      Stream.of(first, second)
          .forEach(server ->
              assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class));
      client.get().close();
      Stream.of(first, second)
          .forEach(server ->
              assertThat(client.ask(server.host() + "/b:v1")).isInstanceOf(RegistryFailure.class));
    }
  }
}
