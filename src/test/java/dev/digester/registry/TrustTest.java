package dev.digester.registry;

import static dev.digester.registry.Manifests.manifest;
import static dev.digester.registry.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.credentials.Credential;
import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.ScriptedServer.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
  private static final TestCertificates CERTIFICATES = TestCertificates.shared();

  @TempDir Path folder;
  private Path ca;

  @BeforeEach
  void write() throws IOException {
    ca = Files.writeString(folder.resolve("ca.crt"), "some text\n" + CERTIFICATES.pem("ca"));
  }

  private static ScriptedServer tls(String alias, Script script) {
    return ScriptedServer.start(CERTIFICATES.server(alias), false, script);
  }

  @Test
  void a_private_authority_is_not_trusted_until_it_is_named() {
    try (var server = tls("server", _ -> manifest())) {
      assertThat(new Client().failure(server.host() + "/a:v1"))
          .isEqualTo(
              server.host()
                  + " is not trusted: its certificate comes from an authority that is not known here;"
                  + " name its authority with registries[].ca or SSL_CERT_FILE");
    }
  }

  @Test
  void the_ca_of_a_registry_is_a_path_or_pem_text() {
    for (var setting : List.of(ca.toString(), CERTIFICATES.pem("ca"))) {
      try (var server = tls("server", _ -> manifest())) {
        var client = new Client().trusting(server.host(), setting);
        assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      }
    }
  }

  @Test
  void the_ca_of_one_registry_does_not_serve_another() {
    try (var server = tls("server", _ -> manifest())) {
      var client = new Client().trusting("other.example", ca.toString());
      assertThat(client.failure(server.host() + "/a:v1")).contains("is not trusted");
    }
  }

  @Test
  void a_ca_that_cannot_be_used_is_named() {
    try (var server = tls("server", _ -> manifest())) {
      var name = "registries[].ca of " + server.host();
      var missing = folder.resolve("missing");
      assertThat(
              new Client()
                  .trusting(server.host(), missing.toString())
                  .failure(server.host() + "/a:v1"))
          .contains("is not trusted: " + name + " (" + missing + ") cannot be read;");
      assertThat(
              new Client()
                  .trusting(server.host(), "-----BEGIN X-----")
                  .failure(server.host() + "/a:v1"))
          .contains(name + " holds no certificate");
      assertThat(new Client().trusting(server.host(), "\0").failure(server.host() + "/a:v1"))
          .contains(name + " is neither a path nor PEM text");
    }
  }

  @Test
  void the_name_on_the_certificate_must_be_right() {
    try (var server = tls("other", _ -> manifest())) {
      var client = new Client().trusting(server.host(), ca.toString());
      assertThat(client.failure(server.host() + "/a:v1")).contains("made out to another name");
    }
  }

  @Test
  void a_certificate_expires() {
    try (var server = tls("expired", _ -> manifest())) {
      var client = new Client().trusting(server.host(), ca.toString());
      assertThat(client.failure(server.host() + "/a:v1")).contains("its certificate has expired");
    }
  }

  @Test
  void insecure_verifies_nothing_for_its_host_alone() {
    try (var server = tls("other", _ -> manifest());
        var careful = tls("server", _ -> manifest())) {
      var client = new Client().insecure(server.host());
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(client.failure(careful.host() + "/a:v1")).contains("is not trusted");
    }
  }

  @Test
  void ssl_cert_file_and_dir_replace_the_systems_bundle() throws IOException {
    var bundle = Files.writeString(folder.resolve("bundle.pem"), CERTIFICATES.pem("ca"));
    try (var server = tls("server", _ -> manifest())) {
      var reference = server.host() + "/a:v1";
      assertThat(new Client().trusting(List.of(bundle), List.of()).ask(reference))
          .isInstanceOf(Manifest.class);
      assertThat(new Client().with("SSL_CERT_FILE", ca.toString()).ask(reference))
          .isInstanceOf(Manifest.class);
      assertThat(new Client().with("SSL_CERT_DIR", "/nowhere:" + folder).ask(reference))
          .isInstanceOf(Manifest.class);
      var replaced =
          new Client().trusting(List.of(bundle), List.of()).with("SSL_CERT_DIR", "/nowhere");
      assertThat(replaced.failure(reference)).contains("SSL_CERT_DIR holds no certificate");
      assertThat(new Client().with("SSL_CERT_FILE", "/nowhere/x").failure(reference))
          .contains("SSL_CERT_FILE (/nowhere/x) cannot be read");
    }
  }

  @Test
  void certs_d_adds_authorities_for_its_host() throws IOException {
    try (var server = tls("server", _ -> manifest())) {
      var own = Files.createDirectories(folder.resolve("certs.d").resolve(server.host()));
      Files.copy(ca, own.resolve("ca.crt"));
      var client = new Client().trusting(List.of(), List.of(folder.resolve("certs.d")));
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
    }
  }

  @Test
  void a_client_certificate_is_shown_to_its_host() throws IOException {
    try (var server = ScriptedServer.start(CERTIFICATES.server("server"), true, _ -> manifest())) {
      var own = Files.createDirectories(folder.resolve("certs.d").resolve(server.host()));
      var client = new Client().trusting(List.of(ca), List.of(folder.resolve("certs.d")));
      assertThat(client.failure(server.host() + "/a:v1")).startsWith(server.host());
      Files.writeString(own.resolve("client.cert"), CERTIFICATES.pem("client"));
      assertThat(ClientCertificate.find(own)).as("without its key").isEmpty();
      Files.writeString(
          own.resolve("client.key"),
          TestCertificates.pem("PRIVATE KEY", CERTIFICATES.key("client")));
      var certified = new Client().trusting(List.of(ca), List.of(folder.resolve("certs.d")));
      assertThat(certified.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(ClientCertificate.find(own)).get().hasToString("ClientCertificate[hidden]");
    }
  }

  @Test
  void a_token_service_is_trusted_as_its_registry() {
    try (var service = tls("server", _ -> reply(200, "{\"token\":\"t\"}"));
        var server =
            tls(
                "server",
                r ->
                    r.header("authorization").equals("Bearer t")
                        ? manifest()
                        : reply(401)
                            .with(
                                "WWW-Authenticate",
                                "Bearer realm=\"https://" + service.host() + "/t\""))) {
      var client = new Client().trusting(server.host(), ca.toString());
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
    }
  }

  @Test
  void a_loopback_host_is_asked_by_plain_http_first_and_without_credentials() {
    try (var server =
        tls(
            "server",
            r ->
                r.header("authorization").isEmpty()
                    ? reply(401).with("WWW-Authenticate", "Basic realm=\"r\"")
                    : manifest())) {
      var client =
          new Client().trusting(server.host(), ca.toString()).with(new Credential.Basic("u", "p"));
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(client.ask(server.host() + "/b:v1")).isInstanceOf(Manifest.class);
    }
  }

  @Test
  void a_400_to_plain_http_leads_to_https_and_stays_where_that_is_not_understood() {
    try (var server =
        ScriptedServer.start(_ -> reply(400, "Client sent an HTTP request to an HTTPS server."))) {
      assertThat(new Client().failure(server.host() + "/a:v1")).endsWith("no usable answer: 400");
    }
  }

  @Test
  void an_answer_that_was_cut_was_plain_http_all_the_same() {
    var cut = new ScriptedServer.Reply.Raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{");
    var client = new Client();
    try (var server = ScriptedServer.start(_ -> cut)) {
      assertThat(client.failure(server.host() + "/a:v1", "linux/amd64"))
          .contains("dropped the connection");
      assertThat(server.connections()).as("four by http, none by https").isEqualTo(4);
    }
  }

  @Test
  void what_speaks_neither_is_said() {
    try (var server =
        ScriptedServer.start(_ -> new ScriptedServer.Reply.Raw("SSH-2.0-server\r\n\r\n"))) {
      assertThat(new Client().failure(server.host() + "/a:v1")).endsWith("it does not speak HTTP");
    }
  }

  @Test
  void without_a_bundle_the_jdks_authorities_count() throws Exception {
    var anchors = new TrustAnchors(java.util.Map.of(), new TrustPlaces(List.of(), List.of()));
    assertThat(anchors.with(List.of()).getAcceptedIssuers()).hasSizeGreaterThan(10);
    assertThat(anchors.with(List.of(CERTIFICATES.certificate("ca"))).getAcceptedIssuers())
        .contains(CERTIFICATES.certificate("ca"));
  }
}
