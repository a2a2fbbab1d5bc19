package dev.digester.config;

import java.util.List;

/**
 * What a function that does nothing but rewrite one image was told.
 *
 * @param entry the rewriting
 * @param fields where images are, beside the function's own places
 */
public record ImageTransformation(ImageEntry.Rewrite entry, List<FieldSpec> fields) {
  public ImageTransformation {
    fields = List.copyOf(fields);
  }
}
