package dev.digester.cluster;

import static dev.digester.registry.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.cluster.ClusterAccess.Identity;
import dev.digester.cluster.ClusterAccess.Server;
import dev.digester.cluster.ClusterAccess.Trust;
import dev.digester.registry.Deadline;
import dev.digester.registry.ScriptedServer;
import dev.digester.registry.ScriptedServer.Reply;
import dev.digester.registry.TestCertificates;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiServerTest {
  private static final TestCertificates CERTIFICATES = TestCertificates.shared();
  private static final Optional<String> CA = Optional.of(CERTIFICATES.pem("ca"));
  private static final Identity ACCOUNT =
      new Identity(Optional.of("t0ken"), Optional.empty(), Optional.empty());

  @TempDir Path folder;

  private static ScriptedServer tls(String certificate) {
    return ScriptedServer.start(
        CERTIFICATES.server(certificate), false, _ -> reply(200, "{\"kind\": \"Secret\"}"));
  }

  private static ApiServer server(Server server, Trust trust, Map<String, String> environment) {
    return new ApiServer(
        new ClusterAccess(server, "the test", trust, ACCOUNT),
        environment,
        Deadline.after(Duration.ofMinutes(1), InstantSource.system()));
  }

  private static ApiServer at(String address, Optional<String> ca, Optional<String> name) {
    return server(
        new Server(URI.create("https://" + address), Optional.empty()),
        new Trust(ca, name, false),
        Map.of());
  }

  private static void assertAnswers(ApiServer server) {
    assertThat(server.get("secrets", "shop", "reg")).isPresent();
  }

  private static void assertUntrusted(ApiServer server) {
    assertThatThrownBy(() -> server.get("secrets", "shop", "reg"))
        .hasMessageContaining("its certificate is not trusted");
  }

  @Test
  void the_authority_of_the_cluster_is_trusted() {
    try (var tls = tls("server")) {
      assertAnswers(at(tls.host(), CA, Optional.empty()));
      assertThat(tls.requests().getFirst().header("authorization")).isEqualTo("Bearer t0ken");
      assertUntrusted(at(tls.host(), Optional.of(CERTIFICATES.pem("rsa")), Optional.empty()));
    }
  }

  @Test
  void without_one_the_authorities_of_the_machine_are() throws IOException {
    try (var tls = tls("server")) {
      Server server = new Server(URI.create("https://" + tls.host()), Optional.empty());
      Trust trust = new Trust(Optional.empty(), Optional.empty(), false);
      Path ca = Files.writeString(folder.resolve("ca.pem"), CERTIFICATES.pem("ca"));
      assertAnswers(server(server, trust, Map.of("SSL_CERT_FILE", ca.toString())));
      assertAnswers(server(server, trust, Map.of("SSL_CERT_DIR", folder.toString())));
      assertUntrusted(server(server, trust, Map.of()));
      assertThatThrownBy(() -> server(server, trust, Map.of("SSL_CERT_FILE", "/nowhere")))
          .hasMessage(
              "the test has no certificate-authority, and of the machine's SSL_CERT_FILE"
                  + " (/nowhere) cannot be read");
    }
  }

  @Test
  void a_certificate_may_be_made_out_to_the_tls_server_name() {
    try (var tls = tls("other")) {
      for (String address : new String[] {tls.host(), "localhost:" + tls.port()}) {
        assertAnswers(at(address, CA, Optional.of("other.example")));
        assertUntrusted(at(address, CA, Optional.of("else.example")));
        assertUntrusted(at(address, CA, Optional.empty()));
      }
    }
  }

  @Test
  void with_a_tls_server_name_the_address_does_not_count() {
    try (var tls = tls("server")) {
      assertUntrusted(at(tls.host(), CA, Optional.of("other.example")));
      assertAnswers(at(tls.host(), CA, Optional.of("localhost")));
      assertAnswers(at(tls.host(), CA, Optional.of("127.0.0.1")));
    }
    try (var tls = tls("clouds")) {
      assertAnswers(at(tls.host(), CA, Optional.of("shop.azurecr.io")));
      assertUntrusted(at(tls.host(), CA, Optional.of("a.shop.azurecr.io")));
    }
  }

  @Test
  void a_proxy_of_the_cluster_is_used_even_for_loopback_and_shown_its_password() {
    try (var tls = tls("server");
        var proxy = ScriptedServer.start(_ -> new Reply.Tunnel(tls.port()))) {
      URI way = URI.create("http://me:p%40ss@" + proxy.host());
      Server server = new Server(URI.create("https://" + tls.host()), Optional.of(way));
      assertAnswers(server(server, new Trust(CA, Optional.empty(), false), Map.of()));
      assertThat(proxy.lines()).containsExactly("CONNECT " + tls.host());
      assertThat(proxy.requests().getFirst().header("proxy-authorization"))
          .isEqualTo("Basic bWU6cEBzcw==");
      assertThat(tls.requests().getFirst().header("proxy-authorization")).isEmpty();
    }
  }

  @Test
  void objects_are_asked_for_at_the_same_time() throws InterruptedException {
    CountDownLatch both = new CountDownLatch(2);
    try (var plain =
            ScriptedServer.start(_ -> {
              both.countDown();
              return reply(both.await(10, TimeUnit.SECONDS) ? 200 : 500, "{}");
            });
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Server server = new Server(URI.create("http://" + plain.host()), Optional.empty());
      ApiServer api = server(server, new Trust(CA, Optional.empty(), false), Map.of());
      var first = threads.submit(() -> api.get("secrets", "shop", "a"));
      var second = threads.submit(() -> api.get("secrets", "shop", "b"));
      assertThat(first).succeedsWithin(Duration.ofSeconds(20));
      assertThat(second).succeedsWithin(Duration.ofSeconds(20));
      assertThat(plain.requests())
          .extracting(seen -> seen.header("authorization"))
          .as("a token goes by https only")
          .containsOnly("");
    }
  }

  @Test
  void a_server_that_is_lost_is_asked_once() {
    ApiServer gone = at("127.0.0.1:1", CA, Optional.empty());
    for (String name : new String[] {"a", "b"}) {
      assertThatThrownBy(() -> gone.get("secrets", "shop", name))
          .hasMessage("the API server 127.0.0.1:1 of the test cannot be reached");
    }
  }

  @Test
  void what_is_not_an_object_is_not_quoted() {
    try (var plain = ScriptedServer.start(_ -> reply(200, "[\"s3cr3t\"]"))) {
      Server server = new Server(URI.create("http://" + plain.host()), Optional.empty());
      ApiServer api = server(server, new Trust(CA, Optional.empty(), false), Map.of());
      assertThatThrownBy(() -> api.get("secrets", "shop", "a"))
          .hasMessageContaining("secrets/a in namespace shop with something that is not an object")
          .hasMessageNotContaining("s3cr3t");
    }
  }
}
