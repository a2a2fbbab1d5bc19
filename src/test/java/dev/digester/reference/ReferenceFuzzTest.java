package dev.digester.reference;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReferenceFuzzTest {
  private static final String ALPHABET = "abz09AZ.-_:/@[]% \né:sha256docker.iolocalhost";
  private static final int TEXTS = 20_000;

  @Test
  void holds_for_random_texts() {
    var seed = new Random().nextLong();
    System.out.println("ReferenceFuzzTest seed " + seed);
    var random = new Random(seed);
    for (var i = 0; i < TEXTS; i++) {
      var text = new StringBuilder();
      for (var length = random.nextInt(14); length >= 0; length--) {
        text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      ReferenceFuzz.check(text.toString());
    }
  }
}
