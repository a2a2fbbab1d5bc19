package dev.digester.e2e;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The built program: the file that the system property {@code digester.program} names, or
 * target/digester.
 */
final class ProgramUnderTest {
  private static final Path FILE =
      Path.of(System.getProperty("digester.program", "target/digester")).toAbsolutePath();

  /** How coverage gets into the program where it runs on a JVM; a native one ignores it. */
  static final String JAVA_OPTIONS_VARIABLE = "DIGESTER_JAVA_OPTS";

  private ProgramUnderTest() {}

  static Path file() {
    if (!Files.isExecutable(FILE)) {
      throw new IllegalStateException(
          FILE + " is not there: build it with mvn -DskipTests package, or set digester.program");
    }
    return FILE;
  }

  /** The program with these arguments. */
  static Command command(String... arguments) {
    return measured(Command.of(file().toString()).with(arguments));
  }

  /** A client of the program, kpt for example, that hands its environment on to it. */
  static Command startedBy(String... client) {
    return measured(Command.of(client));
  }

  private static Command measured(Command command) {
    return command.env(JAVA_OPTIONS_VARIABLE, System.getProperty("digester.java.options", ""));
  }
}
