package dev.digester.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
  private static final String EMPTY =
      "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void is_computed_from_bytes() {
    assertThat(Digest.sha256(new byte[0])).hasToString(EMPTY);
    assertThat(Digest.of("sha512", "abc".getBytes(UTF_8)).encoded())
        .startsWith("ddaf35a1")
        .hasSize(128);
    assertThat(Digest.of("sha384", "abc".getBytes(UTF_8)).encoded()).hasSize(96);
    assertThatThrownBy(() -> Digest.of("md5", new byte[0])).hasMessageContaining("md5");
  }

  @Test
  void is_parsed_from_its_text() {
    assertThat(Digest.parse(EMPTY)).contains(Digest.sha256(new byte[0]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256", "sha256:", "sha256:00", "md5:00", ":", "sha256:zz"})
  void other_texts_are_none(String text) {
    assertThat(Digest.parse(text)).isEmpty();
  }

  @Test
  void cannot_be_wrong() {
    assertThatThrownBy(() -> new Digest("sha256", "00"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
