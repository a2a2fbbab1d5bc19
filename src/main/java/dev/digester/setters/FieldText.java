package dev.digester.setters;

import dev.digester.reference.ImageReference;
import dev.digester.reference.InvalidReferenceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a scalar field should read. */
sealed interface FieldText {
  /** The field's new text. */
  record Known(String text) implements FieldText {}

  /**
   * The field cannot be set.
   *
   * @param names of the setters without a value
   */
  record Missing(List<String> names) implements FieldText {}

  /**
   * Fills a pattern. Names without a value get the one that they have in the field's present value.
   *
   * <p>A digest that pinning put behind an image is no part of the pattern's values: it is kept
   * where the image stays the same, and goes where the image changes, since it names another one.
   *
   * @param current what the field reads now
   * @param given the values by name
   */
  static FieldText of(SetterPattern pattern, String current, Map<String, String> given) {
    String image = withoutDigest(pattern, current);
    Map<String, String> values = new LinkedHashMap<>(pattern.derive(image));
    values.putAll(given);
    List<String> missing = new ArrayList<>(pattern.names());
    missing.removeAll(values.keySet());
    if (!missing.isEmpty()) {
      return new Missing(missing);
    }
    String text = pattern.fill(values);
    return new Known(text.equals(image) ? current : text);
  }

  /** A value without the digest of the image that it is; a pattern with an @ speaks of digests. */
  static String withoutDigest(SetterPattern pattern, String value) {
    boolean pinned = value.indexOf('@') > 0 && pattern.text().indexOf('@') < 0;
    return pinned && isPinnedImage(value) ? value.substring(0, value.indexOf('@')) : value;
  }

  private static boolean isPinnedImage(String value) {
    try {
      return ImageReference.parse(value).digest().isPresent();
    } catch (InvalidReferenceException e) {
      return false;
    }
  }
}
