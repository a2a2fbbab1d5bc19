package dev.digester.setters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a scalar field should read. */
sealed interface FieldText {
  /**
   * A digest after an image, which may be a part of a longer text. Registered algorithms only, so
   * that nothing else is taken for one.
   *
   * @see <a
   *     href="https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#registered-algorithms">OCI
   *     image specification, registered algorithms</a>
   */
  Pattern PINNED =
      Pattern.compile("(?<=[\\w.-])@(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})(?![0-9A-Za-z])");

  /** The field's new text. */
  record Known(String text) implements FieldText {}

  /**
   * The field cannot be set.
   *
   * @param names of the setters without a value
   */
  record Missing(List<String> names) implements FieldText {}

  /**
   * Fills a pattern. Names without a value get the one that they have in the field's present value,
   * see {@link Readings}; if every name has one, the present value is not read at all.
   *
   * <p>A digest that pinning put after an image is not part of the pattern's values: it is kept
   * where the image stays the same, and goes where the image changes, since it names another one.
   *
   * @param current what the field reads now
   * @param given the values by name
   */
  static FieldText of(SetterPattern pattern, String current, Map<String, String> given) {
    String image = withoutDigest(pattern, current);
    List<String> missing = missing(pattern, given);
    Optional<String> text =
        missing.isEmpty()
            ? Optional.of(pattern.fill(given))
            : Readings.filled(pattern, image, given);
    return text.<FieldText>map(filled -> new Known(filled.equals(image) ? current : filled))
        .orElseGet(() -> new Missing(missing));
  }

  private static List<String> missing(SetterPattern pattern, Map<String, String> given) {
    List<String> missing = new ArrayList<>(0);
    for (String name : pattern.names()) {
      if (!given.containsKey(name)) {
        missing.add(name);
      }
    }
    return missing;
  }

  /** A value without the digests of its images; a pattern with an @ speaks of digests itself. */
  static String withoutDigest(SetterPattern pattern, String value) {
    return pattern.text().indexOf('@') < 0 ? withoutDigest(value) : value;
  }

  /** A value without the digests that stand after images in it. */
  static String withoutDigest(String value) {
    return value.indexOf('@') > 0 ? PINNED.matcher(value).replaceAll("") : value;
  }
}
