package dev.digester.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A platform that an image must have, {@code os/arch[/variant]}.
 *
 * @param os as Go names it: {@code linux}
 * @param architecture as Go names it: {@code amd64}
 * @param variant of the processor: {@code v8}; empty where none is asked for
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.0/image-index.md">OCI image
 *     index, platform</a>
 */
public record Platform(String os, String architecture, Optional<String> variant) {
  private static final Pattern FORM =
      Pattern.compile("([a-z0-9_.-]+)/([a-z0-9_.-]+)(?:/([a-z0-9_.-]+))?");

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if the text is no {@code os/arch[/variant]}
   */
  public static Platform parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "must be os/arch or os/arch/variant such as linux/amd64, but it is "
              + Words.quoted(text));
    }
    return new Platform(form.group(1), form.group(2), Optional.ofNullable(form.group(3)));
  }

  /** As it is written. */
  @Override
  public String toString() {
    return os + "/" + architecture + variant.map(v -> "/" + v).orElse("");
  }
}
