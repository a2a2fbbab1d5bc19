package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.demo.PublicRegistries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The program makes of the golden inputs what their directories hold, byte for byte. */
class GoldenIT {
  private static final Path FOLDERS = Path.of("src/test/resources/golden");

  @TempDir private static Path keys;
  private static PublicRegistries registries;

  @BeforeAll
  static void start() throws Exception {
    registries = PublicRegistries.start(keys, KnownRegistry::on);
  }

  @AfterAll
  static void stop() throws IOException {
    registries.close();
  }

  static List<String> folders() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDERS)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void the_program_makes_of_the_input_what_the_directory_holds(String name) throws IOException {
    Path folder = FOLDERS.resolve(name);
    Command command = ProgramUnderTest.command(words(folder));
    for (Map.Entry<String, String> variable : registries.environment().entrySet()) {
      command = command.env(variable.getKey(), variable.getValue());
    }

    Outcome outcome = command.run(Files.readAllBytes(folder.resolve("input.yaml")));

    assertThat(outcome.err()).isEqualTo(Files.readString(folder.resolve("expected.err")));
    assertThat(outcome.out()).isEqualTo(Files.readString(folder.resolve("expected.yaml")));
    assertThat(outcome.exitCode() + "\n")
        .isEqualTo(Files.readString(folder.resolve("expected.exit")));
  }

  /** {@code fn NAME} where the directory's file {@code function} names one. */
  private static String[] words(Path folder) throws IOException {
    Path name = folder.resolve("function");
    return Files.exists(name) ? new String[] {"fn", Files.readString(name).strip()} : new String[0];
  }
}
