package dev.digester.cli;

import dev.digester.images.FoundImage;
import dev.digester.krm.ResourceRef;
import dev.digester.reference.Digest;
import dev.digester.report.JsonWriter;
import dev.digester.resolve.Resolution.Resolved;
import java.util.Optional;

/** An image as JSON. */
final class ImageJson {
  private ImageJson() {}

  /**
   * Writes an element of the array of images.
   *
   * @param status the word for what became of it
   */
  static void write(JsonWriter json, String file, FoundImage image, String status) {
    json.objectElement(entry -> members(entry, file, image, status));
  }

  private static void members(JsonWriter entry, String file, FoundImage image, String status) {
    Optional<Resolved> resolved = image.resolved();
    entry
        .member("image", image.image())
        .member("digest", image.digest().map(Digest::toString))
        .member("mediaType", resolved.map(Resolved::mediaType))
        .member("source", resolved.map(found -> found.source().tag()))
        .member("mirror", resolved.flatMap(Resolved::mirror))
        .member("file", file)
        .member("line", image.line())
        .objectMember("resource", resource -> resource(resource, image.resource().ref()))
        .member("field", image.field())
        .member("status", status)
        .member("reason", image.reason());
  }

  private static void resource(JsonWriter json, ResourceRef ref) {
    json.member("apiVersion", ref.apiVersion())
        .member("kind", ref.kind())
        .member("name", ref.name())
        .member("namespace", ref.namespace());
  }
}
