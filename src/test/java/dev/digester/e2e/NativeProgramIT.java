package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is true of the native executable only. */
@Tag("native")
class NativeProgramIT {
  /** In bytes: what people download and every node pulls. */
  private static final long LARGEST = 48_000_000;

  /** A line of the dynamic section. */
  private static final Pattern NEEDED = Pattern.compile("NEEDED\\).*\\[(.+)]");

  @NeedsProgram("readelf")
  @Test
  void it_needs_the_c_library_alone() {
    Outcome dynamic =
        Command.of("readelf", "--dynamic", "--wide", ProgramUnderTest.file().toString()).run();
    List<String> libraries =
        NEEDED.matcher(dynamic.orFail().out()).results().map(match -> match.group(1)).toList();
    assertThat(libraries).containsExactly("libc.so.6");
  }

  @Test
  void it_is_small() throws IOException {
    assertThat(Files.size(ProgramUnderTest.file())).isLessThanOrEqualTo(LARGEST);
  }

  @Test
  void words_for_a_java_machine_are_words_of_the_command_line() {
    Outcome outcome = ProgramUnderTest.command("-XX:+PrintGC").run("");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("-XX:+PrintGC", "digester --help");
  }

  @Test
  void every_set_of_fields_is_inside() {
    String list = Lists.configured(Lists.ofPods("a:1"), "{resolve: false, fieldSets: [all]}");
    assertThat(ProgramUnderTest.command().run(list).orFail().out()).isEqualTo(list);
  }
}
