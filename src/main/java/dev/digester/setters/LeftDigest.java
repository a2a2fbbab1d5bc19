package dev.digester.setters;

import dev.digester.krm.Printable;
import dev.digester.krm.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A digest that a pattern speaks of and that stays though the image before it changes: {@code
 * app:${tag}@${digest}} with a new tag only. What runs is the old image under the new tag.
 *
 * @see <a href="https://github.com/fluxcd/image-automation-controller/issues/508">Flux, issue
 *     508</a>
 */
final class LeftDigest {
  /** An image's last name and tag, and its digest: an image may move to another registry. */
  private static final Pattern PINNED =
      Pattern.compile("([^/@\\s]*)@([a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9A-Za-z=_-]{32,})");

  private LeftDigest() {}

  /**
   * A warning where a digest was left.
   *
   * @param given the values by name; one of the digest was meant
   * @param current what the field reads now
   * @param text what it is to read
   */
  static Optional<Result> of(
      SetterPattern pattern, Map<String, String> given, String current, String text) {
    int names = pattern.text().indexOf('@') < 0 ? -1 : namesBeforeDigest(pattern);
    if (names < 0 || pattern.names().stream().skip(names).anyMatch(given::containsKey)) {
      return Optional.empty();
    }
    Matcher before = PINNED.matcher(current);
    Matcher after = PINNED.matcher(text);
    return before.find()
            && after.find()
            && before.group(2).equals(after.group(2))
            && !before.group(1).equals(after.group(1))
        ? Optional.of(warning(pattern.names().stream().skip(names).toList(), before.group(1)))
        : Optional.empty();
  }

  /** How many names come before the at sign, -1 where it is in no literal. */
  private static int namesBeforeDigest(SetterPattern pattern) {
    for (int i = 0; i < pattern.literals().size(); i++) {
      if (pattern.literals().get(i).indexOf('@') >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static Result warning(List<String> digest, String old) {
    String remedy =
        digest.isEmpty()
            ? "change it in the comment as well"
            : "give setter " + digest.getFirst() + " a value as well";
    return Result.warning(
        "the digest is still that of %s: %s, or take the digest out of the field and its comment"
            .formatted(Printable.of(old), remedy));
  }
}
