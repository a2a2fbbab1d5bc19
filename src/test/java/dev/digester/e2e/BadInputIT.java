package dev.digester.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not a list ends the program with one line and not one byte of output. */
class BadInputIT {
  private static final String HEAD = "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n";

  /** More than is read of an input: 256 MiB, and a byte. */
  private static final long TOO_LARGE = (256L << 20) + 1;

  @TempDir private Path folder;

  static List<Arguments> bad() {
    return List.of(
        Arguments.of("nothing", ""),
        Arguments.of("garbage", "garbage"),
        Arguments.of("a binary", "\177ELF\002\001\001\000"),
        Arguments.of("bad UTF-8", HEAD + "items:\n- a: \377\n"),
        Arguments.of("a truncated character", HEAD + "items:\n- a: \303"),
        Arguments.of("two documents", HEAD + "items: []\n---\na: b\n"),
        Arguments.of("no mapping", "- a\n"),
        Arguments.of("a manifest", "apiVersion: v1\nkind: Pod\n"),
        Arguments.of("no items", HEAD),
        Arguments.of("items that are not list", HEAD + "items: {}\n"),
        Arguments.of("an item that is not a mapping", HEAD + "items: [a]\n"),
        Arguments.of("a quote that is not closed", HEAD + "items:\n- a: \"b\n"),
        Arguments.of("a bracket that is not closed", HEAD + "items: [\n"),
        Arguments.of("a tab for indentation", HEAD + "items:\n-\ta: b\n\tc: d\n"),
        Arguments.of("an alias in itself", HEAD + "items:\n- &a [*a]\n"),
        Arguments.of("a billion laughs", HEAD + "items:\n" + laughs()),
        Arguments.of("deep flow nesting", HEAD + "items:\n- a: " + "[".repeat(100_000)),
        Arguments.of("deep JSON", "{\"a\":".repeat(100_000)),
        Arguments.of("deep block nesting", HEAD + "items:\n- " + "- ".repeat(100_000) + "a\n"));
  }

  private static String laughs() {
    StringBuilder text = new StringBuilder("- a0: &a0 [x]\n");
    for (int i = 1; i < 10; i++) {
      String[] before = new String[10];
      Arrays.fill(before, "*a" + (i - 1));
      text.append("  a%d: &a%d [%s]\n".formatted(i, i, String.join(",", before)));
    }
    return text.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void bad_input_is_one_line_with_its_place_and_no_output(String name, String bytes) {
    assertRefused(ProgramUnderTest.command().run(bytes.getBytes(ISO_8859_1)));
  }

  @Test
  void an_input_over_the_bound_is_refused() throws IOException {
    Path input = folder.resolve("input");
    Files.write(input, HEAD.getBytes(ISO_8859_1));
    Outcome outcome =
        ProgramUnderTest.startedBy(
                "sh",
                "-c",
                "{ cat \"$1\"; head -c %d /dev/zero | tr '\\0' ' '; } | \"$0\""
                    .formatted(TOO_LARGE),
                ProgramUnderTest.file().toString(),
                input.toString())
            .run();
    assertRefused(outcome);
    assertThat(outcome.err()).contains("256 MiB");
  }

  @Test
  void items_that_are_null_are_an_empty_list() {
    String list = HEAD + "items: null\n";
    Outcome outcome = ProgramUnderTest.command().run(list).orFail();
    assertThat(outcome.out()).isEqualTo(list);
    assertThat(outcome.err()).isEmpty();
  }

  private static void assertRefused(Outcome outcome) {
    assertThat(outcome.err())
        .matches("error: standard input, line [1-9][0-9]*: [^\n]+\n")
        .doesNotContain("Exception", "org.snakeyaml", "dev.digester");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(1);
  }
}
