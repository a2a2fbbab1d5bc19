package dev.digester.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.credentials.Credential;
import java.time.Instant;
import java.util.Base64;

/**
 * The value of an Authorization header and what is known about it.
 *
 * @param rung how much of the user is in it
 * @param header the value; a secret
 * @param source where the credential after it was found, in words; empty for anonymous tokens
 * @param expires when it is of no use any more
 */
record Authorization(Rung rung, String header, String source, Instant expires) {

  /** How far up someone had to climb to be let in. */
  enum Rung {
    /** A token that anyone gets. */
    ANONYMOUS,
    /** A credential of the user, or a token that was bought with it. */
    CREDENTIAL
  }

  /** HTTP Basic (RFC 7617). */
  static Authorization basic(Credential.Basic credential, String source) {
    return new Authorization(Rung.CREDENTIAL, basicHeader(credential), source, Instant.MAX);
  }

  static String basicHeader(Credential.Basic credential) {
    var pair = credential.user() + ":" + credential.password();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  /** A bearer token (RFC 6750); blanks and line breaks around it are those of a file. */
  static Authorization bearer(Rung rung, String token, String source, Instant expires) {
    return new Authorization(rung, "Bearer " + token.strip(), source, expires);
  }

  /** Whether a header can hold a token (RFC 6750, clause 2.1, is stricter than registries are). */
  static boolean canHold(String token) {
    return !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  boolean isExpired(Instant now) {
    return !now.isBefore(expires);
  }

  @Override
  public String toString() {
    return "Authorization[" + rung + "]";
  }
}
