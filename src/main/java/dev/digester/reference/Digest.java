package dev.digester.reference;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The digest of some content, of an algorithm that the <a
 * href="https://github.com/opencontainers/image-spec/blob/main/descriptor.md#registered-algorithms">OCI
 * image specification</a> registers.
 *
 * @param algorithm {@code sha256}, {@code sha384} or {@code sha512}
 * @param encoded lower-case hexadecimal digits, as many as the algorithm gives: 64, 96 or 128
 */
public record Digest(String algorithm, String encoded) {

  /** Number of hexadecimal digits of each algorithm. */
  private static final Map<String, Integer> DIGITS =
      Map.of("sha256", 64, "sha384", 96, "sha512", 128);

  /** Names of the algorithms for {@link MessageDigest}. */
  private static final Map<String, String> JCA_NAMES =
      Map.of("sha256", "SHA-256", "sha384", "SHA-384", "sha512", "SHA-512");

  public Digest {
    var problem = problem(algorithm, encoded);
    if (problem.isPresent()) {
      throw new IllegalArgumentException(problem.get());
    }
  }

  /** The sha256 digest of some bytes. */
  public static Digest sha256(byte[] bytes) {
    return of("sha256", bytes);
  }

  /**
   * The digest of some bytes.
   *
   * @param algorithm as in {@link #algorithm()}
   */
  public static Digest of(String algorithm, byte[] bytes) {
    var jca = JCA_NAMES.get(algorithm);
    if (jca == null) {
      throw new IllegalArgumentException("unknown digest algorithm " + algorithm);
    }
    try {
      return new Digest(
          algorithm, HexFormat.of().formatHex(MessageDigest.getInstance(jca).digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks " + jca, e);
    }
  }

  /** The digest that a text such as {@code sha256:…} names; empty where it names none. */
  public static Optional<Digest> parse(String text) {
    var colon = text.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    var algorithm = text.substring(0, colon);
    var encoded = text.substring(colon + 1);
    return problem(algorithm, encoded).isPresent()
        ? Optional.empty()
        : Optional.of(new Digest(algorithm, encoded));
  }

  /** What is wrong with the two parts of a digest, if anything is. */
  static Optional<String> problem(String algorithm, String encoded) {
    var digits = DIGITS.get(algorithm);
    if (digits == null) {
      return Optional.of("its digest is neither sha256, sha384 nor sha512");
    }
    if (encoded.length() != digits) {
      return Optional.of(
          "its digest has %d digits, %s has %d".formatted(encoded.length(), algorithm, digits));
    }
    return Grammar.isHex(encoded)
        ? Optional.empty()
        : Optional.of("its digest has characters other than 0-9 and a-f");
  }

  /** As registries write it: {@code sha256:…}. */
  @Override
  public String toString() {
    return algorithm + ":" + encoded;
  }
}
