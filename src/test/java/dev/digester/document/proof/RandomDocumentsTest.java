package dev.digester.document.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.digester.document.Document;
import dev.digester.document.Scalar;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.read.EngineValues;
import dev.digester.document.read.RandomYaml;
import dev.digester.document.read.YamlReader;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random documents by seed: what snakeyaml-engine reads in them, and what edits make of them. */
class RandomDocumentsTest {
  private static final int DOCUMENTS = 1_500;

  /** Another stretch of seeds each day, so that time finds what one run does not. */
  private static final long FIRST = Long.getLong("seed", 0);

  private static final List<String> VALUES =
      List.of(
          "new",
          "",
          "5",
          "null",
          " lead",
          "trail ",
          "a: b",
          "a #b",
          "[x]",
          "é€😀",
          "q'q\"q\\",
          "two\nlines",
          "two\nlines\n",
          "\n",
          "tab\tbed",
          "- x",
          "?",
          "---",
          "\u0007bell\u0085\u2028",
          "nginx:1.27@sha256:0123456789abcdef",
          "  two\n    more\nless\n\n",
          "x\r\ny",
          "~",
          "=",
          "%x");

  @Test
  void values_are_those_of_the_engine() {
    for (long seed = FIRST; seed < FIRST + DOCUMENTS; seed++) {
      String text = RandomYaml.of(seed);
      assertThatCode(() -> EngineValues.same(text)).as("seed %d", seed).doesNotThrowAnyException();
    }
  }

  @Test
  void spans_nest_and_follow_each_other() {
    for (long seed = FIRST; seed < FIRST + DOCUMENTS; seed++) {
      Document document = new YamlReader().read(SourceText.of(RandomYaml.of(seed)));
      NodeIndex index = document.index();
      for (int slot = 0; slot < index.size(); slot++) {
        int end = index.start(slot);
        for (int child = slot + 1; child < index.next(slot); child = index.next(child)) {
          assertThat(index.start(child)).as("seed %d", seed).isGreaterThanOrEqualTo(end);
          end = index.end(child);
        }
        assertThat(index.end(slot)).as("seed %d", seed).isGreaterThanOrEqualTo(end);
      }
    }
  }

  @Test
  void changed_scalars_read_their_new_values_and_nothing_else_changes() {
    for (long seed = FIRST; seed < FIRST + DOCUMENTS; seed++) {
      Document document = new YamlReader().read(SourceText.of(RandomYaml.of(seed)));
      Map<Scalar, String> changes = changes(document, new Random(seed));
      changed(seed, document, changes);
    }
  }

  private static void changed(long seed, Document document, Map<Scalar, String> changes) {
    assertThatCode(
            () -> {
              Document edited = DocumentEdit.of(document, changes).apply();
              EngineValues.same(edited.source().text(new Span(0, edited.source().length())));
              changes.forEach((scalar, value) ->
                  assertThat(new Scalar(edited, scalar.id()).value()).isEqualTo(value));
            })
        .as("seed %d, changes %s", seed, changes.values())
        .doesNotThrowAnyException();
  }

  private static Map<Scalar, String> changes(Document document, Random random) {
    NodeIndex index = document.index();
    Map<Scalar, String> changes = new HashMap<>();
    for (int i = 0; i < 3; i++) {
      int slot = random.nextInt(index.size());
      if (document.node(slot) instanceof Scalar scalar) {
        String value = VALUES.get(random.nextInt(VALUES.size()));
        changes.put(scalar, random.nextBoolean() ? scalar.value() + value : value);
      }
    }
    return changes;
  }
}
