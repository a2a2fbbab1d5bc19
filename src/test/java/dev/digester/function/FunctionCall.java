package dev.digester.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.config.Environment;
import dev.digester.engine.FunctionName;
import dev.digester.engine.Functions;
import dev.digester.process.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * The function digester, called in this process as its program calls it.
 *
 * @param environment variables that it sees, and no others
 * @param home where it finds the user's files
 */
record FunctionCall(Map<String, String> environment, Path home) {

  /** What came of a call. */
  record Answer(int exit, String out, String err) {
    String all() {
      return out + err;
    }

    Answer succeeded() {
      assertThat(this).as("%s", err).extracting(Answer::exit).isEqualTo(0);
      return this;
    }
  }

  Answer run(String list) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream errors = new PrintStream(err, true, UTF_8);
    Surroundings surroundings =
        new Surroundings(environment, home.toString(), InstantSource.system(), false, false);
    int exit =
        new FunctionRun(
                Functions.of(FunctionName.DIGESTER, Environment.Flags.NONE, surroundings, errors))
            .run(new Streams(new ByteArrayInputStream(list.getBytes(UTF_8)), out, errors));
    return new Answer(exit, out.toString(UTF_8), err.toString(UTF_8));
  }
}
