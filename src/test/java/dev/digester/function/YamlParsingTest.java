package dev.digester.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.cli.Flags;
import dev.digester.config.Environment;
import dev.digester.document.proof.EditException;
import dev.digester.document.read.YamlParsing;
import dev.digester.krm.ResourceList;
import dev.digester.pipeline.Outcome;
import dev.digester.pipeline.Plan;
import dev.digester.process.UsageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which reader of YAML a run takes, and what it does if an edit cannot be proved. */
class YamlParsingTest {
  private static final String LIST =
      """
      apiVersion: config.kubernetes.io/v1
      kind: ResourceList
      items: []
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Fails as a document whose edit does not read as it should, so many times. */
  private static FunctionStages failing(int times) {
    List<ResourceList> tries = new ArrayList<>();
    return list -> {
      tries.add(list);
      if (tries.size() <= times) {
        throw new EditException("the edited text is not what it should be");
      }
      return new Outcome(list, Plan.nothing(), List.of());
    };
  }

  private int run(FunctionStages stages, YamlParsing parsing) {
    Streams streams =
        new Streams(
            new ByteArrayInputStream(LIST.getBytes(UTF_8)), out, new PrintStream(err, true, UTF_8));
    return new FunctionRun(stages, parsing).run(streams);
  }

  @Test
  void an_edit_that_cannot_be_proved_is_made_again_by_the_parser_and_said_so() {
    assertThat(run(failing(1), YamlParsing.FAST)).isZero();

    assertThat(out.toString(UTF_8))
        .startsWith(LIST + "results:\n")
        .contains("severity: warning", "read the slow way");
    assertThat(err.toString(UTF_8)).contains("warning: ", "read the slow way").hasLineCount(1);
  }

  @Test
  void an_edit_that_the_parser_cannot_prove_either_ends_the_run_without_output() {
    assertThat(run(failing(2), YamlParsing.FAST)).isEqualTo(FunctionRun.FAILED);

    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(err.toString(UTF_8)).contains("not what it should be").hasLineCount(1);
  }

  @Test
  void the_parser_is_not_asked_twice() {
    assertThat(run(failing(1), YamlParsing.ENGINE)).isEqualTo(FunctionRun.FAILED);
  }

  @Test
  void the_reader_is_chosen_by_a_flag_that_is_none_of_the_functions() {
    List<String> words = List.of("--offline", "--reader=engine", "--skip-prefixes", "a/");

    assertThat(Flags.reader(words)).isEqualTo(YamlParsing.ENGINE);
    assertThat(Flags.reader(List.of("--reader=fast"))).isEqualTo(YamlParsing.FAST);
    assertThat(Flags.reader(List.of("--offline"))).isEqualTo(YamlParsing.FAST);
    assertThat(Flags.parse(words))
        .isEqualTo(Flags.parse(List.of("--offline", "--skip-prefixes", "a/")));
    assertThat(Flags.parse(List.of("--reader=fast"))).isEqualTo(Environment.Flags.NONE);
    assertThat(Flags.isFlag("--reader=fast")).isTrue();
  }

  @Test
  void there_is_no_third_reader() {
    assertThatThrownBy(() -> Flags.reader(List.of("--reader=guess")))
        .isInstanceOf(UsageException.class)
        .hasMessage("--reader is engine or fast");
  }
}
