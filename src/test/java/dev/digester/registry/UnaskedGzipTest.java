package dev.digester.registry;

import static dev.digester.registry.Manifests.MANIFEST;
import static dev.digester.registry.Manifests.OCI;
import static dev.digester.registry.Manifests.digest;
import static dev.digester.registry.Manifests.error;
import static dev.digester.registry.Manifests.manifest;
import static dev.digester.registry.ScriptedServer.reply;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.reference.Digest;
import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.ScriptedServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that compress though no one asked for it (quay.io, npm's and Red Hat's proxies). */
@Tag("registries-07")
class UnaskedGzipTest {
  private static final Manifest FOUND = new Manifest(digest(MANIFEST), OCI, List.of());

  private final Client client = new Client();

  @Test
  void every_request_asks_for_content_as_it_is() {
    try (var registry = new TokenRegistry()) {
      client.ask(registry.host() + "/public/a:v1");
      assertThat(registry.server().requests())
          .hasSize(3)
          .allSatisfy(r -> assertThat(r.header("accept-encoding")).isEqualTo("identity"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "x-gzip", " gzip ", "identity, gzip", "gzip,"})
  void a_manifest_in_gzip_has_the_digest_of_what_is_in_it(String coding) {
    try (var server = serving(coded(200, coding, gzip(MANIFEST.getBytes(UTF_8))))) {
      assertThat(client.ask(server.host() + "/a/b:v1")).isEqualTo(FOUND);
    }
  }

  @Test
  void two_codings_are_undone_from_the_last_to_the_first() {
    var twice = gzip(deflate(MANIFEST.getBytes(UTF_8)));
    try (var server = serving(coded(200, "deflate, gzip", twice))) {
      assertThat(client.ask(server.host() + "/a/b:v1")).isEqualTo(FOUND);
    }
    var thrice = gzip(gzip(gzip(MANIFEST.getBytes(UTF_8))));
    try (var server = serving(coded(200, "gzip, gzip, gzip", thrice))) {
      assertThat(client.failure(server.host() + "/a/b:v1")).contains("Content-Encoding");
    }
  }

  @Test
  void a_coding_without_content_is_not_an_obstacle() {
    var head = manifest().with("Content-Encoding", "gzip");
    try (var server = ScriptedServer.start(_ -> head)) {
      assertThat(client.ask(server.host() + "/a/b:v1")).isEqualTo(FOUND);
    }
  }

  @Test
  void a_token_in_gzip_is_read() {
    var token = coded(200, "gzip", gzip("{\"token\":\"abc\"}".getBytes(UTF_8)));
    ScriptedServer.Script script =
        r -> {
          if (r.path().startsWith("/token")) {
            return token;
          }
          var realm = "Bearer realm=\"http://" + r.header("host") + "/token\",service=\"s\"";
          return r.header("authorization").equals("Bearer abc")
              ? manifest()
              : reply(401).with("WWW-Authenticate", realm);
        };
    try (var server = ScriptedServer.start(script)) {
      assertThat(client.ask(server.host() + "/a/b:v1")).isEqualTo(FOUND);
    }
  }

  @Test
  void the_code_of_an_error_in_gzip_is_read_though_its_end_is_missing() {
    var body = gzip((error(404, "NAME_UNKNOWN").body() + " ".repeat(99)).getBytes(UTF_8));
    for (var cut : List.of(0, 4)) {
      var sent = Arrays.copyOf(body, body.length - cut);
      try (var server = serving(coded(404, "gzip", sent))) {
        assertThat(client.failure(server.host() + "/a/b:v1")).contains("404 NAME_UNKNOWN");
      }
    }
  }

  @Test
  void a_bomb_is_refused_and_an_error_that_is_one_is_cut() {
    var bomb = gzip(new byte[64 * 1024 * 1024]);
    try (var server = serving(coded(200, "gzip", bomb))) {
      assertThat(client.failure(server.host() + "/a/b:v1"))
          .endsWith("gave no usable answer: unpacked, it is larger than 4096 KiB");
    }
    try (var server = serving(coded(200, "gzip, gzip", gzip(bomb)))) {
      assertThat(client.failure(server.host() + "/a/b:v1")).contains("larger than 4096 KiB");
    }
    try (var server = serving(coded(418, "gzip", bomb))) {
      assertThat(client.failure(server.host() + "/a/b:v1")).endsWith("no usable answer: 418");
    }
  }

  @Test
  void what_cannot_be_unpacked_is_told_as_that() {
    var whole = gzip(MANIFEST.getBytes(UTF_8));
    for (var sent : List.of(MANIFEST.getBytes(UTF_8), Arrays.copyOf(whole, 30))) {
      try (var server = serving(coded(200, "gzip", sent))) {
        assertThat(client.failure(server.host() + "/a/b:v1"))
            .endsWith("what it sent is not the gzip that its Content-Encoding names");
      }
    }
    try (var server = serving(coded(200, "br", whole))) {
      assertThat(client.failure(server.host() + "/a/b:v1"))
          .endsWith("its Content-Encoding br was not asked for and cannot be read");
    }
    try (var server = serving(coded(200, "<b>!</b>", whole))) {
      assertThat(client.failure(server.host() + "/a/b:v1"))
          .endsWith("its Content-Encoding was not asked for and cannot be read");
    }
  }

  @Test
  void a_digest_of_the_compressed_bytes_is_not_that_of_the_manifest() {
    var body = gzip(MANIFEST.getBytes(UTF_8));
    var other = Digest.sha256(body);
    var lines = "Content-Encoding: gzip\r\nDocker-Content-Digest: " + other + "\r\n";
    try (var server = serving(raw(200, lines, body))) {
      assertThat(client.failure(server.host() + "/a/b:v1"))
          .contains("whose digest is " + digest(MANIFEST), "not " + other);
    }
  }

  private static ScriptedServer serving(Reply answer) {
    return ScriptedServer.start(r -> r.method().equals("HEAD") ? reply(405) : answer);
  }

  private static Reply coded(int status, String coding, byte[] body) {
    return raw(status, "Content-Encoding: " + coding + "\r\n", body);
  }

  private static Reply raw(int status, String lines, byte[] body) {
    return new Reply.Raw(
        "HTTP/1.1 %d Reason\r\n%sContent-Length: %d\r\n\r\n".formatted(status, lines, body.length)
            + new String(body, ISO_8859_1));
  }

  private static byte[] gzip(byte[] content) {
    return through(GZIPOutputStream::new, content);
  }

  private static byte[] deflate(byte[] content) {
    return through(DeflaterOutputStream::new, content);
  }

  private interface Coder {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] through(Coder coder, byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (var out = coder.over(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }
}
