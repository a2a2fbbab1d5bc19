package dev.digester.registry;

import static dev.digester.registry.Manifests.manifest;
import static dev.digester.registry.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.credentials.Credential;
import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.ScriptedServer.Reply;
import dev.digester.registry.ScriptedServer.Script;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry that is not on this machine, for which a proxy stands in, names token services. */
class RealmsTest {
  private static final String HARBOR = "harbor.example";
  private static final String OWN = "http://harbor.example/service/token";

  /** What is asked by plain http goes to the script; nothing is to be had by https. */
  private static ScriptedServer plain(Script script) {
    return ScriptedServer.start(
        r -> r.method().equals("CONNECT") ? new Reply.Raw("") : script.answer(r));
  }

  private static Client by(ScriptedServer proxy) {
    return new Client()
        .with("HTTP_PROXY", "http://" + proxy.host())
        .with("HTTPS_PROXY", "http://" + proxy.host())
        .insecure(HARBOR);
  }

  /** Only strangers' tokens are to be had. */
  private static Script harbor(String realm) {
    return r -> {
      if (r.path().contains("/service/token")) {
        return r.path().contains("private") ? reply(401) : reply(200, "{\"token\":\"abc\"}");
      }
      return r.header("authorization").equals("Bearer abc")
          ? manifest()
          : reply(401).with("WWW-Authenticate", "Bearer realm=\"" + realm + "\",service=\"h\"");
    };
  }

  @Test
  void an_insecure_registrys_own_http_realm_serves_strangers() {
    try (var proxy = plain(harbor(OWN))) {
      assertThat(by(proxy).ask(HARBOR + "/library/a:v1")).isInstanceOf(Manifest.class);
    }
  }

  @Test
  void another_port_of_the_insecure_host_serves_strangers() {
    try (var proxy = plain(harbor("http://harbor.example:8080/service/token"))) {
      assertThat(by(proxy).ask(HARBOR + "/library/a:v1")).isInstanceOf(Manifest.class);
    }
  }

  @Test
  void credentials_are_not_sent_to_an_http_realm() {
    try (var proxy = plain(harbor(OWN))) {
      var client = by(proxy).with(new Credential.Basic("u", "p"));
      assertThat(client.failure(HARBOR + "/private/a:v1"))
          .endsWith("credentials are not sent by plain http; it needs https");
      assertThat(proxy.requests())
          .allSatisfy(r -> assertThat(r.header("authorization")).doesNotContain("Basic"));
      assertThat(client.ask(HARBOR + "/library/a:v1")).isInstanceOf(Manifest.class);
    }
  }

  @Test
  void credentials_are_not_sent_to_an_http_realm_of_an_https_registry_either() {
    try (var far =
            ScriptedServer.start(
                TestCertificates.shared().server("clouds"),
                false,
                harbor("http://ghcr.io/service/token"));
        var tunnel = ScriptedServer.start(_ -> new Reply.Tunnel(far.port()));
        var plain = plain(harbor(OWN))) {
      var client =
          new Client()
              .with("HTTPS_PROXY", "http://" + tunnel.host())
              .with("HTTP_PROXY", "http://" + plain.host())
              .insecure("ghcr.io")
              .with(new Credential.Basic("u", "p"));
      assertThat(client.ask("ghcr.io/library/a:v1")).isInstanceOf(Manifest.class);
      assertThat(client.failure("ghcr.io/private/a:v1"))
          .endsWith("its token service is not asked, because it is not reached by https");
      assertThat(plain.requests())
          .isNotEmpty()
          .allSatisfy(r -> assertThat(r.headers()).doesNotContainKey("authorization"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://other.example/service/token", "http://127.0.0.1:1/service/token"})
  void an_http_realm_elsewhere_is_not_asked(String realm) {
    try (var proxy = plain(harbor(realm))) {
      assertThat(by(proxy).failure(HARBOR + "/library/a:v1"))
          .endsWith("it is not reached by https");
    }
  }

  @Test
  void an_http_realm_of_a_registry_that_is_not_insecure_is_not_asked() {
    var endpoint = new Endpoint(HARBOR, false, (_, _) -> new Outcome.Refused(unused()));
    var reach = Reach.of(HARBOR, new Proxies(Map.of()));
    var realms = new Realms(HARBOR, endpoint, false, reach);
    var bearer = new Challenge.Bearer(URI.create(OWN), Optional.empty(), List.of());
    assertThat(realms.problem(bearer, Authorization.Rung.ANONYMOUS)).isPresent();
  }

  private static RegistryFailure unused() {
    return new RegistryFailure.Dropped(HARBOR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1:%d/token",
        "https://localhost:%d/token",
        "https://x.localhost:%d/token",
        "https://[::ffff:127.0.0.1]:%d/token",
        "https://169.254.169.254:%d/token",
        "https://0.0.0.0:%d/token"
      })
  void a_far_registrys_realm_does_not_lead_to_this_machine(String realm) {
    try (var service =
            ScriptedServer.start(
                TestCertificates.shared().server("server"),
                false,
                _ -> reply(200, "{\"token\":\"abc\"}"));
        var proxy = plain(harbor(realm.formatted(service.port())))) {
      assertThat(by(proxy).failure(HARBOR + "/library/a:v1"))
          .isEqualTo(
              "harbor.example gave no usable answer: its token service is not asked, because a"
                  + " registry elsewhere must not lead to this machine or its link");
      assertThat(service.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/inside",
        "http://localhost:%d/inside",
        "http://x.localhost:%d/inside",
        "http://[::ffff:127.0.0.1]:%d/inside",
        "http://[::1]:%d/inside",
        "http://0.0.0.0:%d/inside",
        "//127.0.0.1:%d/inside"
      })
  void a_far_registrys_redirect_does_not_lead_to_this_machine(String location) {
    try (var inside = ScriptedServer.start(_ -> manifest());
        var proxy = plain(_ -> reply(307).with("Location", location.formatted(inside.port())))) {
      assertThat(by(proxy).failure(HARBOR + "/a:v1"))
          .endsWith("it redirects where no one may follow, to this machine or its link");
      assertThat(inside.requests()).isEmpty();
    }
  }

  @Test
  void where_a_far_registry_redirects_may_not_lead_to_this_machine_either() {
    try (var inside = ScriptedServer.start(_ -> manifest());
        var proxy =
            plain(r ->
                reply(307)
                    .with(
                        "Location",
                        r.path().contains("storage")
                            ? "http://" + inside.host() + "/x"
                            : "http://storage.example/x"))) {
      assertThat(by(proxy).failure(HARBOR + "/a:v1")).endsWith("to this machine or its link");
      assertThat(inside.requests()).isEmpty();
    }
  }

  @Test
  void a_far_token_service_does_not_redirect_to_this_machine() {
    try (var inside = ScriptedServer.start(_ -> reply(200, "{\"token\":\"abc\"}"));
        var proxy =
            plain(r ->
                r.path().contains("/service/token")
                    ? reply(307).with("Location", "http://" + inside.host() + "/token")
                    : harbor(OWN).answer(r))) {
      assertThat(by(proxy).failure(HARBOR + "/a:v1"))
          .startsWith("the token service harbor.example ")
          .endsWith("to this machine or its link");
      assertThat(inside.requests()).isEmpty();
    }
  }
}
