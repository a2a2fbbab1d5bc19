package dev.digester.reference;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an image runs on, in the words of the <a
 * href="https://github.com/opencontainers/image-spec/blob/main/image-index.md">OCI image index</a>.
 *
 * @param os such as {@code linux}
 * @param architecture such as {@code amd64}
 * @param variant such as {@code v8}
 */
public record Platform(String os, String architecture, Optional<String> variant) {

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]+");

  public Platform {
    if (!WORD.matcher(os).matches()
        || !WORD.matcher(architecture).matches()
        || variant.filter(v -> !WORD.matcher(v).matches()).isPresent()) {
      throw new IllegalArgumentException("a platform is os/arch or os/arch/variant");
    }
  }

  /** The platform that a text names: {@code os/arch} or {@code os/arch/variant}. */
  public static Optional<Platform> parse(String text) {
    var parts = text.split("/", -1);
    if (parts.length < 2 || parts.length > 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Platform(
              parts[0], parts[1], parts.length > 2 ? Optional.of(parts[2]) : Optional.empty()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether this stands for something that runs nowhere, such as an attestation in an index. */
  public boolean isUnknown() {
    return os.equals("unknown") && architecture.equals("unknown");
  }

  /**
   * Whether an image for {@code offered} serves a user who asks for this platform. {@code arm64} is
   * {@code arm64/v8} (as containerd normalizes it), {@code arm} takes any variant, as does every
   * other platform that names none.
   */
  public boolean isServedBy(Platform offered) {
    if (!os.equals(offered.os) || !architecture.equals(offered.architecture)) {
      return false;
    }
    var anyVariant = variant.isEmpty() && !architecture.equals("arm64");
    return anyVariant || effectiveVariant().equals(offered.effectiveVariant());
  }

  private String effectiveVariant() {
    return variant.orElse(architecture.equals("arm64") ? "v8" : "");
  }

  /** {@code os/arch} or {@code os/arch/variant}. */
  @Override
  public String toString() {
    return os + "/" + architecture + variant.map(v -> "/" + v).orElse("");
  }
}
