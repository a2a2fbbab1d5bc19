package dev.digester.registry;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads PEM texts (RFC 7468): blocks of base64 between labels, with other text around them. */
public final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");

  private Pem() {}

  /**
   * One block.
   *
   * @param label such as {@code CERTIFICATE}
   */
  public record Block(String label, ByteBuffer der) {
    public byte[] bytes() {
      var bytes = new byte[der.remaining()];
      der.duplicate().get(bytes);
      return bytes;
    }
  }

  static boolean isPem(String text) {
    return text.contains("-----BEGIN ");
  }

  /** All blocks of a text, in its order; what is not base64 is passed over. */
  public static List<Block> blocks(String text) {
    var blocks = new ArrayList<Block>();
    var matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      decode(matcher.group(2))
          .ifPresent(der -> blocks.add(new Block(matcher.group(1), ByteBuffer.wrap(der))));
    }
    return blocks;
  }

  private static Optional<byte[]> decode(String base64) {
    try {
      return Optional.of(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The certificates of a text; blocks that are none are passed over. */
  public static List<X509Certificate> certificates(String text) {
    return blocks(text).stream()
        .filter(b -> b.label().equals("CERTIFICATE") || b.label().equals("TRUSTED CERTIFICATE"))
        .map(Pem::certificate)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<X509Certificate> certificate(Block block) {
    try {
      var factory = CertificateFactory.getInstance("X.509");
      var certificate = factory.generateCertificate(new ByteArrayInputStream(block.bytes()));
      return certificate instanceof X509Certificate x509 ? Optional.of(x509) : Optional.empty();
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }
}
