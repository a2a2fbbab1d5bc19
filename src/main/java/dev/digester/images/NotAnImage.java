package dev.digester.images;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write for an image that is not one, and what to do about it. */
final class NotAnImage {
  /** Helm and Go, shells and Kubernetes, kustomize's and sed's placeholders. */
  private static final Pattern TEMPLATE =
      Pattern.compile("\\{\\{|\\$\\{|\\$\\(|(?<![A-Za-z0-9])__[A-Za-z0-9_]+?__(?![A-Za-z0-9])");

  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://).*");

  /** In characters: more than an image has, so that no value takes long. */
  private static final int LONGEST = 1_000;

  private NotAnImage() {}

  /** Why a value is likely to be what it is; empty where it looks like an image. */
  static Optional<String> reason(String value) {
    if (!value.equals(value.strip())) {
      return Optional.of("it has blanks before or after the image; remove them");
    }
    if (isTemplate(value)) {
      return Optional.of(
          "it looks like a template; fill it in before digester runs, or leave it with onInvalid: keep");
    }
    Matcher scheme = SCHEME.matcher(value);
    return scheme.matches()
        ? Optional.of("an image has no scheme; write it without " + scheme.group(1))
        : Optional.empty();
  }

  /** Whether a value has a placeholder that someone else is to fill in. */
  static boolean isTemplate(String value) {
    return TEMPLATE.matcher(value.substring(0, Math.min(value.length(), LONGEST))).find();
  }
}
