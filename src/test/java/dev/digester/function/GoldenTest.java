package dev.digester.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.config.Environment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Folders with an input and all that must come of it, compared byte for byte. {@code
 * -Ddigester.golden.update=true} writes anew what came of it: read the diff before it is committed.
 */
class GoldenTest {
  private static final Path FOLDERS = Path.of("src/test/resources/golden");
  private static final boolean UPDATE = Boolean.getBoolean("digester.golden.update");

  static List<String> folders() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDERS)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void the_function_makes_of_the_input_what_the_folder_holds(String name) throws IOException {
    Path folder = FOLDERS.resolve(name);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(Files.readAllBytes(folder.resolve("input.yaml"))),
            out,
            new PrintStream(err, true, UTF_8));
    Environment environment = Environment.of(Map.of(), Environment.Flags.NONE);

    int exitCode =
        new FunctionRun(new DigesterFunction(environment, new KnownImages())).run(streams);

    compare(folder.resolve("expected.yaml"), out.toByteArray());
    compare(folder.resolve("expected.err"), err.toByteArray());
    compare(folder.resolve("expected.exit"), (exitCode + "\n").getBytes(UTF_8));
  }

  private static void compare(Path expected, byte[] actual) throws IOException {
    if (UPDATE) {
      Files.write(expected, actual);
    }
    assertThat(actual).asString(UTF_8).isEqualTo(Files.readString(expected));
  }
}
