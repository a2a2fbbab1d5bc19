package dev.digester.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each difference that docs/compatibility.md lists with a test has that test. */
class CompatibilityPageTest {
  private static final Path PAGE = Path.of("docs/compatibility.md");
  private static final Path TESTS = Path.of("src/test/java");
  private static final Path FOLDERS = Path.of("src/test/resources/golden");
  private static final Pattern HEAD = Pattern.compile("\\| input \\|.*\\| test \\|");
  private static final Pattern NAME = Pattern.compile("(directory )?`([^`]+)`");

  @Test
  void every_difference_from_setters_and_images_names_its_test() throws IOException {
    List<String> rows = rows();
    assertThat(rows).hasSizeGreaterThan(30);
    assertThat(rows).allSatisfy(row -> assertThat(names(row)).as(row).isNotEmpty());
  }

  @Test
  void every_test_that_it_names_is_there() throws IOException {
    String declared = declared();
    assertThat(rows().stream().flatMap(row -> names(row).stream()))
        .allSatisfy(name -> assertThat(isThere(name, declared)).as(name.group()).isTrue());
  }

  private static boolean isThere(MatchResult name, String declared) {
    String test = name.group(2);
    return name.group(1) != null
        ? Files.isDirectory(FOLDERS.resolve(test))
        : declared.contains("void " + test + "(") || declared.contains("class " + test + " ");
  }

  /** The rows of the tables whose last column is the test. */
  private static List<String> rows() throws IOException {
    return Stream.of(Files.readString(PAGE).split("\n\n"))
        .filter(block -> HEAD.matcher(block).lookingAt())
        .flatMap(block -> block.lines().skip(2))
        .toList();
  }

  private static List<MatchResult> names(String row) {
    String inner = row.substring(0, row.lastIndexOf('|'));
    return NAME.matcher(inner.substring(inner.lastIndexOf(" | "))).results().toList();
  }

  private static String declared() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(CompatibilityPageTest::read)
          .collect(Collectors.joining());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
