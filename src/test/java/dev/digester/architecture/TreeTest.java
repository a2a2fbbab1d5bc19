package dev.digester.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules about the files of the tree, whatever is in them. */
class TreeTest {
  /** Lines of a file, comments included: what a reader takes in at one sitting. */
  private static final int MOST_LINES = 400;

  /** Lines that nine of ten main files keep to. */
  private static final int USUAL_LINES = 200;

  /** Bytes; a clone is for reading. */
  private static final long MOST_BYTES = 1_000_000;

  /** Put together here, since this file is searched for them too. */
  private static final Pattern LEFT_FOR_LATER =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");

  private static final Pattern NOT_RUN =
      Pattern.compile("@(Dis" + "abled|Ig" + "nore)|\\bassu" + "me(True|False|That)\\(");

  private static final Set<String> NOT_OURS =
      Set.of(".git", ".cifuzz-corpus", "target", ".idea", ".vscode");

  private static final List<Path> FILES = new ArrayList<>();

  @BeforeAll
  static void walk() throws IOException {
    FILES.clear();
    Files.walkFileTree(
        Path.of(""),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            FILES.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Test
  void the_walk_sees_the_tree() {
    assertThat(FILES).contains(Path.of("pom.xml"), Path.of("LICENSE"));
  }

  @Test
  void no_file_is_longer_than_400_lines() {
    assertThat(files(TreeTest::isRead).filter(file -> lines(file).count() > MOST_LINES)).isEmpty();
  }

  @Test
  void nine_of_ten_main_files_have_at_most_200_lines() {
    List<Path> main = files(file -> file.startsWith("src/main/java")).toList();
    List<Path> longer = main.stream().filter(file -> lines(file).count() > USUAL_LINES).toList();
    assertThat(longer).hasSizeLessThanOrEqualTo(main.size() / 10);
  }

  @Test
  void nothing_is_left_for_later() {
    assertThat(linesWith(LEFT_FOR_LATER, TreeTest::isWritten)).isEmpty();
  }

  @Test
  void no_test_is_switched_off() {
    assertThat(linesWith(NOT_RUN, file -> file.startsWith("src/test/java"))).isEmpty();
  }

  @Test
  void no_file_is_larger_than_one_megabyte() {
    assertThat(files(file -> size(file) > MOST_BYTES)).isEmpty();
  }

  /** pom.xml has one element a line and is looked things up in, not read from end to end. */
  private static boolean isRead(Path file) {
    return isWritten(file) && !file.equals(Path.of("pom.xml"));
  }

  /** What people read and write, as opposed to the inputs and outputs of tests. */
  private static boolean isWritten(Path file) {
    return !file.startsWith("src/test/resources");
  }

  private static Stream<Path> files(Predicate<Path> wanted) {
    return FILES.stream().filter(wanted);
  }

  private static List<String> linesWith(Pattern pattern, Predicate<Path> wanted) {
    return files(wanted)
        .flatMap(file -> lines(file).map(line -> file + ": " + line))
        .filter(line -> pattern.matcher(line).find())
        .toList();
  }

  /** Latin-1 reads any bytes, and the words are ASCII. */
  private static Stream<String> lines(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
