package dev.digester.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Pushes images to a registry that asks for nothing (OCI distribution spec 1.1, "Pushing Content").
 */
final class Seeder {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI root;

  Seeder(int port) {
    this.root = URI.create("http://127.0.0.1:" + port);
  }

  void push(TestImage image) throws IOException {
    for (TestImage child : image.children()) {
      pushContent(child, child.digest());
    }
    pushContent(image, image.tag());
  }

  private void pushContent(TestImage image, String reference) throws IOException {
    for (String blob : image.blobs()) {
      pushBlob(image.repository(), blob);
    }
    String path = "/v2/%s/manifests/%s".formatted(image.repository(), reference);
    send("PUT", root.resolve(path), image.mediaType(), image.manifest());
  }

  private void pushBlob(String repository, String blob) throws IOException {
    URI uploads = root.resolve("/v2/%s/blobs/uploads/".formatted(repository));
    String location =
        send("POST", uploads, "application/octet-stream", "")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String sep = location.contains("?") ? "&" : "?";
    URI upload = root.resolve(location + sep + "digest=" + TestImage.digest(blob));
    send("PUT", upload, "application/octet-stream", blob);
  }

  private static HttpResponse<String> send(String method, URI uri, String type, String body)
      throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IOException(method + " " + uri + ": " + response.statusCode() + response.body());
      }
      return response;
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
