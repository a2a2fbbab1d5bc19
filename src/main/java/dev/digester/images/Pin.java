package dev.digester.images;

import dev.digester.krm.Result;
import java.util.List;

/**
 * What pinning an image comes to, in all fields that name it.
 *
 * @param text what the field reads then: as it was written, and the digest after
 */
record Pin(String text, String message, List<Result.Tag> tags) {
  Pin {
    tags = List.copyOf(tags);
  }
}
