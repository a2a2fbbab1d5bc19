package dev.digester.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.config.Environment;
import dev.digester.engine.DigesterFunction;
import dev.digester.engine.FunctionName;
import dev.digester.engine.Functions;
import dev.digester.process.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Directories with an input and all that must come of it, compared byte for byte. {@code
 * -Ddigester.golden.update=true} writes again what came of it: read the diff before it is
 * committed.
 */
class GoldenTest {
  private static final Path FOLDERS = Path.of("src/test/resources/golden");
  private static final Surroundings AROUND =
      new Surroundings(Map.of(), "nowhere", InstantSource.fixed(Instant.EPOCH), false, false);
  private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());
  private static final boolean UPDATE = Boolean.getBoolean("digester.golden.update");

  static List<String> folders() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDERS)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void the_function_makes_of_the_input_what_the_directory_holds(String name) throws IOException {
    Path folder = FOLDERS.resolve(name);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(Files.readAllBytes(folder.resolve("input.yaml"))),
            out,
            new PrintStream(err, true, UTF_8));

    int exitCode = new FunctionRun(function(folder)).run(streams);

    compare(folder.resolve("expected.yaml"), out.toByteArray());
    compare(folder.resolve("expected.err"), err.toByteArray());
    compare(folder.resolve("expected.exit"), (exitCode + "\n").getBytes(UTF_8));
  }

  /** The function that the directory's file {@code function} names; without it, digester. */
  private static FunctionStages function(Path folder) throws IOException {
    Path name = folder.resolve("function");
    if (Files.exists(name)) {
      FunctionName function = FunctionName.of(Files.readString(name).strip()).orElseThrow();
      return Functions.of(function, Environment.Flags.NONE, AROUND, SILENT);
    }
    return new DigesterFunction(
        Environment.of(Map.of(), Environment.Flags.NONE), new KnownImages());
  }

  private static void compare(Path expected, byte[] actual) throws IOException {
    if (UPDATE) {
      Files.write(expected, actual);
    }
    assertThat(actual).asString(UTF_8).isEqualTo(Files.readString(expected));
  }
}
