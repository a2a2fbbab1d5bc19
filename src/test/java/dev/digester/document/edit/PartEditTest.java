package dev.digester.document.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.document.Document;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Scalar;
import dev.digester.document.proof.DocumentEdit;
import dev.digester.document.read.YamlReader;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a value are replaced; how the rest is spelled stays. */
class PartEditTest {
  private static final String ALPHABET = "aZ0:/ \t\n'\"\\é\u00a0😀#-{[,";

  private static String edited(String yaml, String old, String text) {
    Document document = new YamlReader().read(SourceText.of(yaml));
    Scalar scalar = ((Mapping) document.roots().getFirst()).scalar(Key.of("k")).orElseThrow();
    int start = scalar.value().indexOf(old);
    Document edited =
        DocumentEdit.of(
                document,
                List.of(
                    Replacement.parts(
                        scalar, List.of(new Substitution(start, start + old.length(), text)))))
            .apply();
    return edited.source().text(new Span(0, edited.source().length()));
  }

  @Test
  void escapes_folded_lines_and_blank_lines_stay() {
    assertThat(edited("k: \"\\u0061 \\/ x\\\n   y\"\n", "x", "new\""))
        .isEqualTo("k: \"\\u0061 \\/ new\\\"\\\n   y\"\n");
    assertThat(edited("k: 'it''s\n\n  x y'\n", "x", "n'")).isEqualTo("k: 'it''s\n\n  n'' y'\n");
    assertThat(edited("k: |2-\n   a\n \n  x: b\n", "x", "new"))
        .isEqualTo("k: |2-\n   a\n \n  new: b\n");
    assertThat(edited("k: >\n  a\n  x\n\n  b\n", "x", "new"))
        .isEqualTo("k: >\n  a\n  new\n\n  b\n");
  }

  @Test
  void what_cannot_stand_there_is_written_anew() {
    assertThat(edited("k: 'a x'\n", "x", "\t\n")).isEqualTo("k: \"a \\t\\n\"\n");
    assertThat(edited("k: |\n  a\n  x\n", "x", "1\n2")).isEqualTo("k: |\n  a\n  1\n  2\n");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void any_part_of_any_value_reads_as_it_should(long seed) {
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 500; run++) {
      String value = text(random, 30);
      for (String yaml : List.of("k: " + Spelling.doubleQuoted(value) + "\n", literal(value))) {
        Document document = new YamlReader().read(SourceText.of(yaml));
        Scalar scalar = ((Mapping) document.roots().getFirst()).scalar(Key.of("k")).orElseThrow();
        int at =
            scalar
                .value()
                .offsetByCodePoints(
                    0,
                    random.nextInt(scalar.value().codePointCount(0, scalar.value().length()) + 1));
        String text = text(random, 4);
        Replacement replacement =
            Replacement.parts(scalar, List.of(new Substitution(at, at, text)));
        Document edited = DocumentEdit.of(document, List.of(replacement)).apply();
        assertThat(((Mapping) edited.roots().getFirst()).scalar(Key.of("k")).orElseThrow().value())
            .as("seed %d, run %d", seed, run)
            .isEqualTo(new StringBuilder(scalar.value()).insert(at, text).toString());
      }
    }
  }

  private static String literal(String value) {
    String lines = value.replaceAll("[\\t\\u00a0]", "_").replace("\n", "\n  ");
    return "k: |\n  x" + lines + "\n";
  }

  private static String text(Random random, int length) {
    int[] characters = ALPHABET.codePoints().toArray();
    return IntStream.range(0, 1 + random.nextInt(length))
        .map(_ -> characters[random.nextInt(characters.length)])
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
