package dev.digester.reference;

import static org.assertj.core.api.Assertions.assertThat;

/** What must hold for any text at all; for a fuzzer to call. */
public final class ReferenceFuzz {
  private ReferenceFuzz() {}

  /** Parses or refuses; what is parsed keeps its spelling, and its canonical form is stable. */
  public static void check(String text) {
    ImageReference reference;
    try {
      reference = ImageReference.parse(text);
    } catch (InvalidReferenceException e) {
      assertThat(e.getMessage()).doesNotContain("\n");
      return;
    }
    assertThat(reference.written()).isEqualTo(text);
    var canonical = ImageReference.parse(reference.canonical());
    assertThat(canonical.canonical()).isEqualTo(reference.canonical());
    assertThat(canonical.host()).isEqualTo(reference.host());
    assertThat(canonical.repository()).isEqualTo(reference.repository());
  }
}
