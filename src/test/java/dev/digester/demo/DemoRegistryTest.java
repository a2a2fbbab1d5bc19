package dev.digester.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoRegistryTest {
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  private final HttpClient client = HttpClient.newHttpClient();
  private DemoRegistry registry;

  @BeforeEach
  void start() throws IOException {
    registry = DemoRegistry.start();
  }

  @AfterEach
  void stop() {
    registry.close();
    client.close();
  }

  @Test
  void a_tag_names_what_its_digest_names_too() throws Exception {
    HttpResponse<byte[]> byTag = get("docker.io/library/nginx/manifests/1.27");
    String digest = byTag.headers().firstValue("Docker-Content-Digest").orElseThrow();

    assertThat(digest).isEqualTo(sha256(byTag.body()));
    assertThat(get("docker.io/library/nginx/manifests/" + digest).body()).isEqualTo(byTag.body());
    assertThat(byTag.headers().firstValue("Content-Type"))
        .contains("application/vnd.oci.image.index.v1+json");
  }

  @Test
  void head_answers_as_get_without_the_body() throws Exception {
    HttpResponse<byte[]> get = get("quay.io/nginx/nginx-prometheus-exporter/manifests/1.4.0");
    HttpResponse<byte[]> head =
        send("HEAD", "quay.io/nginx/nginx-prometheus-exporter/manifests/1.4.0");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (String header : new String[] {"Content-Type", "Content-Length", "Docker-Content-Digest"}) {
      assertThat(head.headers().firstValue(header)).isEqualTo(get.headers().firstValue(header));
    }
  }

  @Test
  void everything_that_an_image_refers_to_is_there_and_is_what_its_digest_says() throws Exception {
    for (TinyImage image : DemoImages.all()) {
      assertComplete(image.repository(), image.top());
    }
  }

  private void assertComplete(String repository, Blob manifest) throws Exception {
    var digests = DIGEST.matcher(manifest.text()).results().map(m -> m.group()).toList();
    assertThat(digests).isNotEmpty();
    for (String digest : digests) {
      HttpResponse<byte[]> child = get(repository + "/manifests/" + digest);
      if (child.statusCode() == 404) {
        child = get(repository + "/blobs/" + digest);
      } else {
        assertComplete(repository, Blob.of("", new String(child.body(), US_ASCII)));
      }
      assertThat(child.statusCode()).as(repository + " " + digest).isEqualTo(200);
      assertThat(sha256(child.body())).isEqualTo(digest);
    }
  }

  @Test
  void what_is_not_there_is_not_found() throws Exception {
    HttpResponse<byte[]> answer = get("docker.io/library/nginx/manifests/9.9");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(new String(answer.body(), US_ASCII)).contains("MANIFEST_UNKNOWN");
    assertThat(get("nginx").statusCode()).isEqualTo(404);
  }

  @Test
  void nothing_can_be_written() throws Exception {
    assertThat(send("PUT", "docker.io/library/nginx/manifests/1.27").statusCode()).isEqualTo(405);
  }

  @Test
  void it_listens_on_loopback_alone() {
    assertThat(registry.address()).startsWith("127.0.0.1:");
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return send("GET", path);
  }

  private HttpResponse<byte[]> send(String method, String path) throws Exception {
    URI uri = URI.create("http://" + registry.address() + "/v2/" + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build();
    return client.send(request, BodyHandlers.ofByteArray());
  }

  private static String sha256(byte[] bytes) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
    return "sha256:" + HexFormat.of().formatHex(hash);
  }
}
