package dev.digester.registry;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;

/**
 * Reads private keys in the forms that OpenSSL writes: PKCS #8 (RFC 5958), PKCS #1 (RFC 8017) and
 * SEC 1 (RFC 5915). The JDK knows the first only, so the others are wrapped.
 */
public final class PrivateKeys {
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;

  /** INTEGER 0: the version of a PKCS #8 structure. */
  private static final byte[] VERSION = {0x02, 0x01, 0x00};

  private PrivateKeys() {}

  /**
   * The first private key of a PEM text.
   *
   * @param certified the public key of its certificate, which says what kind of key it is
   */
  public static Optional<PrivateKey> parse(String pem, PublicKey certified) {
    return Pem.blocks(pem).stream()
        .filter(block -> block.label().endsWith("PRIVATE KEY"))
        .findFirst()
        .flatMap(block -> key(block, certified));
  }

  private static Optional<PrivateKey> key(Pem.Block block, PublicKey certified) {
    var pkcs8 =
        block.label().equals("PRIVATE KEY") ? block.bytes() : wrapped(block.bytes(), certified);
    try {
      var factory = KeyFactory.getInstance(certified.getAlgorithm());
      return Optional.of(factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** PKCS #8 around a bare key; the algorithm is copied out of the public key's encoding. */
  private static byte[] wrapped(byte[] key, PublicKey certified) {
    return element(SEQUENCE, VERSION, algorithm(certified.getEncoded()), element(OCTETS, key));
  }

  /** The AlgorithmIdentifier: the first element within a SubjectPublicKeyInfo (RFC 5280). */
  private static byte[] algorithm(byte[] publicKey) {
    var start = contentStart(publicKey, 0);
    var content = contentStart(publicKey, start);
    // An AlgorithmIdentifier is short: its length is in the one byte after its tag.
    return java.util.Arrays.copyOfRange(publicKey, start, content + publicKey[start + 1]);
  }

  private static int contentStart(byte[] der, int element) {
    var length = der[element + 1];
    return element + 2 + (length < 0 ? length & 0x7f : 0);
  }

  private static byte[] element(int tag, byte[]... contents) {
    var content = new ByteArrayOutputStream();
    for (var part : contents) {
      content.writeBytes(part);
    }
    var result = new ByteArrayOutputStream();
    result.write(tag);
    // Always the long form with two bytes; the parser takes it.
    result.write(0x82);
    result.write(content.size() >> Byte.SIZE);
    result.write(content.size());
    result.writeBytes(content.toByteArray());
    return result.toByteArray();
  }
}
