package dev.digester.function;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.krm.Lists;
import dev.digester.pipeline.Outcome;
import dev.digester.pipeline.Plan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputTest {
  private static final FunctionStages ECHO = list -> new Outcome(list, Plan.nothing(), List.of());

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(InputStream in, OutputStream to) {
    return new FunctionRun(ECHO).run(new Streams(in, to, new PrintStream(err, true, UTF_8)));
  }

  /** Characters are bytes here. */
  private int run(String bytes) {
    return run(new ByteArrayInputStream(bytes.getBytes(ISO_8859_1)), out);
  }

  static List<Arguments> bad() {
    String laughs =
        IntStream.range(1, 10)
            .mapToObj(i ->
                "  a"
                    + i
                    + ": &a"
                    + i
                    + " ["
                    + ("*a" + (i - 1) + ",").repeat(9)
                    + "*a"
                    + (i - 1)
                    + "]\n")
            .collect(Collectors.joining("", Lists.HEAD + "items:\n- a0: &a0 [x]\n", ""));
    return List.of(
        Arguments.of("nothing", "", 1, "it is empty: expected a ResourceList"),
        Arguments.of("blanks", " \n\n", 1, "expected a ResourceList, found no mapping"),
        Arguments.of("garbage", "garbage", 1, "expected a ResourceList, found no mapping"),
        Arguments.of(
            "a binary",
            "\177ELF\002\001\001\000",
            1,
            "the text is binary: it holds the control character 0x02"),
        Arguments.of(
            "bad UTF-8",
            "a: b\nc: \377\n",
            2,
            "the text is not UTF-8: byte 0xFF does not begin a character"),
        Arguments.of(
            "two documents",
            Lists.HEAD + "items: []\n---\na: b\n",
            5,
            "a second document begins here: expected one ResourceList and nothing else"),
        Arguments.of(
            "a manifest",
            "apiVersion: v1\nkind: Pod\n",
            2,
            "expected a ResourceList, found kind Pod"),
        Arguments.of(
            "no items",
            Lists.HEAD,
            1,
            "the ResourceList has no items: expected a list, empty or not"),
        Arguments.of(
            "deep nesting",
            Lists.HEAD + "items:\n- a: " + "[".repeat(501) + "]".repeat(501),
            4,
            "nested deeper than 500 levels"),
        Arguments.of(
            "a billion laughs", laughs, 11, "the aliases stand for more than 10000000 nodes"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void bad_input_is_one_line_with_its_place_and_no_output(
      String name, String bytes, int line, String reason) {
    assertThat(run(bytes)).isEqualTo(FunctionRun.FAILED);
    assertThat(out.size()).isZero();
    assertThat(err.toString(UTF_8))
        .isEqualTo("error: standard input, line " + line + ": " + reason + "\n");
  }

  static List<Arguments> broken() {
    return List.of(
        Arguments.of("a quote that is not closed", Lists.HEAD + "items:\n- a: \"b\n"),
        Arguments.of("a bracket that is not closed", Lists.HEAD + "items: [\n"),
        Arguments.of("a tab for indentation", Lists.HEAD + "items:\n-\ta: b\n\tc: d\n"),
        Arguments.of("an unknown alias", Lists.HEAD + "items:\n- a: *b\n"),
        Arguments.of("an alias in itself", Lists.HEAD + "items:\n- &a [*a]\n"),
        Arguments.of("a key after a value", Lists.HEAD + "items:\n- a: b: c\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void a_syntax_error_is_one_line_that_says_where(String name, String text) {
    assertThat(run(text)).isEqualTo(FunctionRun.FAILED);
    assertThat(out.size()).isZero();
    assertThat(err.toString(UTF_8))
        .matches("error: standard input, line [1-9][0-9]*: [^\n]+\n")
        .doesNotContain("Exception", "org.snakeyaml");
  }

  @Test
  void what_is_read_and_not_changed_is_written_as_it_was() {
    String text = Lists.HEAD + "items:\n- a:   1   # é\n  a: 2\n";

    assertThat(run(new ByteArrayInputStream(text.getBytes(UTF_8)), out))
        .isEqualTo(FunctionRun.DONE);
    assertThat(out.toString(UTF_8)).isEqualTo(text);
    assertThat(err.size()).isZero();
  }

  @Test
  void an_output_that_cannot_be_written_is_a_failure() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    assertThat(run(new ByteArrayInputStream((Lists.HEAD + "items: []\n").getBytes(UTF_8)), full))
        .isEqualTo(FunctionRun.FAILED);
    assertThat(err.toString(UTF_8))
        .isEqualTo("error: cannot read standard input or write standard output\n");
  }
}
