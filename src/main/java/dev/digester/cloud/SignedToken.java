package dev.digester.cloud;

import static dev.digester.document.edit.Spelling.jsonQuoted;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.registry.Pem;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A JSON Web Token by which a service account of Google asks for an access token (<a
 * href="https://developers.google.com/identity/protocols/oauth2/service-account#authorizingrequests">OAuth
 * 2.0 for service accounts</a>; RFC 7515 and RFC 7519, algorithm RS256).
 *
 * @param keyId which of the account's keys signs
 * @param account its e-mail address
 * @param audience the token service
 */
record SignedToken(String keyId, String account, String audience) {
  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

  /** The longest that Google takes. */
  private static final Duration LIFE = Duration.ofHours(1);

  /** A private key in PEM as Google writes it (PKCS #8, RFC 5958). */
  static Optional<PrivateKey> privateKey(String pem) {
    return Pem.blocks(pem).stream()
        .filter(block -> block.label().equals("PRIVATE KEY"))
        .findFirst()
        .flatMap(SignedToken::rsa);
  }

  private static Optional<PrivateKey> rsa(Pem.Block block) {
    try {
      KeyFactory keys = KeyFactory.getInstance("RSA");
      return Optional.of(keys.generatePrivate(new PKCS8EncodedKeySpec(block.bytes())));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** The token in its compact form. */
  String sign(PrivateKey key, Instant now) {
    String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":%s}".formatted(jsonQuoted(keyId));
    String claims =
        "{\"iss\":%s,\"scope\":%s,\"aud\":%s,\"iat\":%d,\"exp\":%d}"
            .formatted(
                jsonQuoted(account),
                jsonQuoted(SCOPE),
                jsonQuoted(audience),
                now.getEpochSecond(),
                now.plus(LIFE).getEpochSecond());
    String signed = base64(header.getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
    return signed + "." + base64(signature(key, signed));
  }

  private static byte[] signature(PrivateKey key, String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(text.getBytes(UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing with an RSA key", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "SignedToken[hidden]";
  }
}
