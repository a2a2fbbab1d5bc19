package dev.digester.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateKeysTest {
  private static final TestCertificates CERTIFICATES = TestCertificates.shared();

  /** Where the bare key begins in a PKCS #8 key: after version, algorithm and OCTET STRING. */
  @ParameterizedTest
  @CsvSource({"client, EC PRIVATE KEY", "rsa, RSA PRIVATE KEY"})
  void bare_keys_are_wrapped(String alias, String label) {
    var pkcs8 = CERTIFICATES.key(alias);
    var certified = CERTIFICATES.certificate(alias).getPublicKey();
    var bare = bare(pkcs8);
    assertThat(PrivateKeys.parse(TestCertificates.pem(label, bare), certified))
        .isEqualTo(PrivateKeys.parse(TestCertificates.pem("PRIVATE KEY", pkcs8), certified))
        .isPresent();
  }

  private static byte[] bare(byte[] pkcs8) {
    var octets = contentStart(pkcs8, 0) + 3;
    octets = contentStart(pkcs8, octets) + pkcs8[octets + 1];
    return Arrays.copyOfRange(pkcs8, contentStart(pkcs8, octets), pkcs8.length);
  }

  private static int contentStart(byte[] der, int element) {
    return element + 2 + (der[element + 1] < 0 ? der[element + 1] & 0x7f : 0);
  }

  @Test
  void what_is_not_a_key_is_none() {
    var certified = CERTIFICATES.certificate("client").getPublicKey();
    assertThat(PrivateKeys.parse("", certified)).isEmpty();
    assertThat(PrivateKeys.parse(TestCertificates.pem("PRIVATE KEY", new byte[] {1}), certified))
        .isEmpty();
  }

  @Test
  void certificates_that_are_none_are_passed_over() {
    var text =
        TestCertificates.pem("CERTIFICATE", new byte[] {1})
            + CERTIFICATES.pem("ca")
            + "-----BEGIN CERTIFICATE-----\n=\n-----END CERTIFICATE-----";
    assertThat(Pem.certificates(text)).containsExactly(CERTIFICATES.certificate("ca"));
  }
}
