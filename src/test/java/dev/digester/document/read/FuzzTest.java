package dev.digester.document.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A short run of the fuzz targets with mutated documents, each named by its seed. */
class FuzzTest {
  private static final int RUNS = 3_000;

  private static final byte[] INDICATORS = ":-#?&*!|>'\"{}[], \n\r\t\\".getBytes(UTF_8);

  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] mutant = bytes.clone();
    for (int i = random.nextInt(4); i >= 0 && mutant.length > 0; i--) {
      int from = random.nextInt(mutant.length);
      mutant[random.nextInt(mutant.length)] =
          random.nextBoolean() ? mutant[from] : INDICATORS[random.nextInt(INDICATORS.length)];
    }
    return mutant;
  }

  @Test
  void yaml_is_read_or_refused() {
    for (long seed = 0; seed < RUNS; seed++) {
      byte[] bytes = mutated(RandomYaml.of(seed).getBytes(UTF_8), new Random(seed));
      assertThatCode(() -> YamlReaderFuzz.fuzzerTestOneInput(bytes))
          .as("seed %d: %s", seed, new String(bytes, UTF_8))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void json_is_read_or_refused() {
    String json = "{\"a\": [1, -2.5e+3, true, null, \"\\u00e9\\ud83d\\ude00é😀\"], \"a\": {}}";
    for (long seed = 0; seed < RUNS; seed++) {
      byte[] bytes = mutated(json.getBytes(UTF_8), new Random(seed));
      assertThatCode(() -> JsonReaderFuzz.fuzzerTestOneInput(bytes))
          .as("seed %d: %s", seed, new String(bytes, UTF_8))
          .doesNotThrowAnyException();
    }
  }
}
