package dev.digester.verify;

import dev.digester.krm.ResourceRef;
import java.util.Optional;

/**
 * An image field and what its image is.
 *
 * @param image as written
 * @param place where the field is
 */
public record Finding(String image, Decision decision, Place place) {

  /**
   * A field of a file.
   *
   * @param file relative to the working directory, slash-separated
   * @param line counted from 1
   * @param field path within the resource
   */
  public record Place(String file, int line, Optional<ResourceRef> resource, String field) {}

  /** The class of the image. */
  public FindingClass kind() {
    return decision.kind();
  }

  /** Image and message in one line. */
  public String line() {
    return image + ": " + decision.message();
  }
}
