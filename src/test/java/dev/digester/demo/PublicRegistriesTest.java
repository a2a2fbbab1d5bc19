package dev.digester.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicRegistriesTest {
  @Test
  void a_public_name_is_answered_on_loopback(@TempDir Path folder) throws Exception {
    try (PublicRegistries registries = PublicRegistries.start(folder);
        HttpClient client = client(registries)) {
      URI nginx = URI.create("https://registry-1.docker.io/v2/library/nginx/manifests/1.27");
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(nginx).build(), BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .isEqualTo(
              TinyImage.multi(ImageFormat.OCI, "docker.io/library/nginx", "1.27").top().text());
      assertThat(registries.requests())
          .containsExactly("GET registry-1.docker.io/v2/library/nginx/manifests/1.27");
    }
  }

  private static HttpClient client(PublicRegistries registries) throws Exception {
    URI proxy = URI.create(registries.environment().get("HTTPS_PROXY"));
    return HttpClient.newBuilder()
        .proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort())))
        .sslContext(trusting(Path.of(registries.environment().get("SSL_CERT_FILE"))))
        .build();
  }

  private static SSLContext trusting(Path certificate) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (var in = Files.newInputStream(certificate)) {
      store.setCertificateEntry(
          "public", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
    managers.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
