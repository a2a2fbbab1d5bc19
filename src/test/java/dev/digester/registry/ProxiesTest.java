package dev.digester.registry;

import static dev.digester.registry.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.ScriptedServer.Reply;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
  private static List<Proxy> select(Map<String, String> environment, String uri) {
    return new Proxies(environment).select(URI.create(uri));
  }

  private static List<Proxy> through(String host, int port) {
    return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(host, port)));
  }

  @Test
  void each_scheme_has_its_variable_and_lower_case_wins() {
    var environment =
        Map.of(
            "HTTP_PROXY",
            "http://a:1",
            "https_proxy",
            "b:2",
            "HTTPS_PROXY",
            "http://c:3",
            "ALL_PROXY",
            "d:4");
    assertThat(select(environment, "http://x/")).isEqualTo(through("a", 1));
    assertThat(select(environment, "https://x/")).isEqualTo(through("b", 2));
    assertThat(select(Map.of("ALL_PROXY", "d:4"), "https://x/")).containsExactly(Proxy.NO_PROXY);
    assertThat(select(Map.of("https_proxy", "http://a"), "https://x/")).isEqualTo(through("a", 80));
  }

  @Test
  void loopback_is_never_proxied() {
    var environment = Map.of("http_proxy", "a:1");
    for (var host :
        List.of("localhost", "LOCALHOST:5000", "127.0.0.1:5000", "127.1.2.3", "[::1]:5000")) {
      assertThat(select(environment, "http://" + host + "/")).containsExactly(Proxy.NO_PROXY);
    }
  }

  @Test
  void a_variable_of_blanks_is_not_a_proxy() {
    for (var empty : List.of("", " ")) {
      assertThat(select(Map.of("http_proxy", empty), "http://x/")).containsExactly(Proxy.NO_PROXY);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://me:S3CRET@p:1",
        "socks5://me:S3CRET@p:1",
        "SOCKS5H://me:S3CRET@p",
        "http://",
        "http://a b",
        "http://a:99999",
        "http://[::1:3128",
        "http://me:S3CRET#1@p:1",
        "http://me:1#S3CRET@p:1",
        "http://me:1/S3CRET@p:1",
        "me:S3CRET|x@p:1",
        "http://my_proxy:3128",
      })
  void case_11_a_proxy_that_cannot_be_used_is_an_error_without_its_password(String value) {
    for (var variable : List.of("HTTPS_PROXY", "https_proxy")) {
      assertThat(new Client().with(variable, value).failure("registry.invalid/a:v1"))
          .contains("the proxy in " + variable + " cannot be ")
          .doesNotContain("S3CRET");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "*, x.example, 443, true",
    "'', x.example, 443, false",
    "example, x.example, 443, true",
    "x.example, x.example, 443, true",
    "X.Example, x.example, 443, true",
    "xx.example, x.example, 443, false",
    ".example, x.example, 443, true",
    ".x.example, x.example, 443, false",
    "*.example, x.example, 443, true",
    "x.example:443, x.example, 443, true",
    "x.example:8080, x.example, 443, false",
    "'a, b,x.example', x.example, 443, true",
    "10.0.0.0/8, 10.1.2.3, 443, true",
    "10.0.0.0/8, 11.1.2.3, 443, false",
    "10.0.0.0/8, x.example, 443, false",
    "10.0.0.0/33, 10.0.0.0, 443, false",
    "10.1.2.3, 10.1.2.3, 443, true",
    "10.1.2.3:5000, 10.1.2.3, 443, false",
    "fd00::/8, fd12::1, 443, true",
    "fd00::/8, 10.0.0.1, 443, false",
    "fd12::1, fd12::1, 443, true",
    "[fd12::1], fd12::1, 443, true",
    "[fd12::1]:443, fd12::1, 443, true",
    "[fd12::1]:444, fd12::1, 443, false",
    "x/8, 1.2.3.4, 443, false",
  })
  void no_proxy_lists_what_is_reached_directly(
      String list, String host, int port, boolean covered) {
    assertThat(NoProxy.parse(list).covers(new Authority(host, port))).isEqualTo(covered);
  }

  @Test
  void plain_http_goes_through_a_proxy_that_wants_a_password() {
    try (var proxy = ScriptedServer.start(_ -> manifest())) {
      var client = new Client().with("http_proxy", "http://me:p%40ss+1@" + proxy.host());
      client.insecure("registry.test:5000").with("https_proxy", "http://127.0.0.1:1");
      assertThat(client.failure("registry.test:5000/a:v1"))
          .contains("registry.test:5000 cannot be reached");
    }
  }

  @Test
  void https_goes_through_a_tunnel_with_user_and_password() {
    var certificates = TestCertificates.shared();
    try (var server = ScriptedServer.start(certificates.server("other"), false, _ -> manifest());
        var proxy = ScriptedServer.start(_ -> new Reply.Tunnel(server.port()))) {
      var client =
          new Client()
              .with("https_proxy", "http://me:p%40ss+1@" + proxy.host())
              .trusting("other.example", certificates.pem("ca"));
      assertThat(client.ask("other.example/a:v1")).isInstanceOf(Manifest.class);
      assertThat(proxy.lines()).containsExactly("CONNECT other.example:443");
      assertThat(proxy.requests().getFirst().header("proxy-authorization"))
          .isEqualTo("Basic bWU6cEBzcysx");
      assertThat(server.requests().getFirst().headers()).doesNotContainKey("proxy-authorization");
    }
  }

  @Test
  void a_proxy_that_refuses_is_reported() {
    try (var proxy = ScriptedServer.start(_ -> ScriptedServer.reply(407))) {
      var client = new Client().with("https_proxy", proxy.host());
      assertThat(client.failure("other.example/a:v1"))
          .endsWith(
              "the proxy wants a user and a password (407); put them into the proxy's variable");
    }
  }
}
