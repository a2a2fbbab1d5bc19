package dev.digester.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The random key of a cache, with which names and contents are hashed (RFC 2104). */
final class CacheKey {
  /** In bytes. */
  static final int LENGTH = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  CacheKey(byte[] key) {
    this.key = key.clone();
  }

  /** A hash of some strings in hexadecimal digits; their limits count. */
  String hash(String... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      for (String part : parts) {
        byte[] utf8 = part.getBytes(UTF_8);
        mac.update((utf8.length + ":").getBytes(UTF_8));
        mac.update(utf8);
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime lacks " + ALGORITHM, e);
    }
  }
}
