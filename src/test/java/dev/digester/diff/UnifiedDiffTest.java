package dev.digester.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedDiffTest {
  @Test
  void equal_texts_have_no_diff() {
    assertThat(UnifiedDiff.of("a.yaml", "x\n", "x\n")).isEmpty();
  }

  @Test
  void a_changed_line_stands_between_three_lines_of_context() {
    assertThat(
            UnifiedDiff.of(
                "p/a.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nV\n6\n7\n8\n9\n"))
        .isEqualTo(
            """
            --- a/p/a.yaml
            +++ b/p/a.yaml
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +V
             6
             7
             8
            """);
  }

  @Test
  void changes_with_six_lines_between_them_share_a_hunk_and_seven_divide_it() {
    String six = UnifiedDiff.of("a", "x\n1\n2\n3\n4\n5\n6\ny\n", "X\n1\n2\n3\n4\n5\n6\nY\n");
    String seven =
        UnifiedDiff.of("a", "x\n1\n2\n3\n4\n5\n6\n7\ny\n", "X\n1\n2\n3\n4\n5\n6\n7\nY\n");

    assertThat(six.lines().filter(line -> line.startsWith("@@")))
        .containsExactly("@@ -1,8 +1,8 @@");
    assertThat(seven.lines().filter(line -> line.startsWith("@@")))
        .containsExactly("@@ -1,4 +1,4 @@", "@@ -6,4 +6,4 @@");
  }

  @Test
  void neighbours_that_change_are_deleted_together_and_then_inserted() {
    assertThat(UnifiedDiff.of("a", "1\n2\n", "3\n4\n"))
        .endsWith("@@ -1,2 +1,2 @@\n-1\n-2\n+3\n+4\n");
  }

  @Test
  void a_text_that_begins_or_ends_empty_has_line_zero() {
    assertThat(UnifiedDiff.of("a", "", "1\n")).endsWith("@@ -0,0 +1 @@\n+1\n");
    assertThat(UnifiedDiff.of("a", "1\n", "")).endsWith("@@ -1 +0,0 @@\n-1\n");
  }

  @Test
  void a_missing_line_end_is_said() {
    assertThat(UnifiedDiff.of("a", "1", "2\n"))
        .endsWith("@@ -1 +1 @@\n-1\n\\ No newline at end of file\n+2\n");
  }

  @Test
  void a_windows_line_end_is_a_difference() {
    assertThat(UnifiedDiff.of("a", "1\r\n", "1\n")).endsWith("-1\r\n+1\n");
  }

  @Test
  void git_apply_makes_the_new_text_of_the_old_one(@TempDir Path folder) throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Path file = folder.resolve("a.yaml");
    for (int round = 0; round < 30; round++) {
      String before = randomText(random);
      String after = round % 2 == 0 ? randomText(random) : edited(before, random);
      Files.writeString(file, before);
      apply(folder, UnifiedDiff.of("a.yaml", before, after));

      assertThat(file).as("seed %d, round %d", seed, round).hasContent(after);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b.yaml",
        "p q/r.yaml",
        "ü.yaml",
        "a\"b.yaml",
        "a\tb.yaml",
        "a\nb.yaml",
        "a\\b.yaml",
        " a.yaml",
        "a\u0001.yaml",
        "a'b.yaml",
        "[a].yaml",
        "日本.yaml"
      })
  void git_apply_finds_files_of_any_name(String name, @TempDir Path folder) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x\r\ny");
    apply(folder, UnifiedDiff.of(name, "x\r\ny", "z\r\ny"));

    assertThat(Files.readString(file)).isEqualTo("z\r\ny");
  }

  @Test
  void single_changes_of_a_long_text_are_single_lines_of_the_diff() {
    String before = numbered(200_000, 100, "old");
    String after = numbered(200_000, 100, "new");

    String diff = UnifiedDiff.of("a.yaml", before, after);

    assertThat(diff.lines().filter(line -> line.startsWith("-  image"))).hasSize(2_000);
    assertThat(diff.lines().filter(line -> line.startsWith("+  image"))).hasSize(2_000);
    assertThat(diff.lines().filter(line -> line.startsWith("@@"))).hasSize(2_000);
  }

  @Test
  void texts_that_have_nothing_in_common_are_replaced_as_a_whole() {
    String before = "old\n".repeat(20_000);
    String after = "new\n".repeat(10_000);

    String diff = UnifiedDiff.of("a.yaml", before, after);

    assertThat(diff).startsWith("--- a/a.yaml\n+++ b/a.yaml\n@@ -1,20000 +1,10000 @@\n-old\n");
  }

  private static String numbered(int lines, int every, String word) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append(i % every == 50 ? "  image: %s%d\n".formatted(word, i) : "  line:\n");
    }
    return text.toString();
  }

  private static String edited(String before, Random random) {
    StringBuilder after = new StringBuilder();
    for (String line : before.split("(?<=\n)", -1)) {
      switch (random.nextInt(8)) {
        case 0 -> after.append("new\r\n").append(line);
        case 1 -> after.append("new\n");
        default -> after.append(line);
      }
    }
    return after.toString();
  }

  private static String randomText(Random random) {
    String text =
        random.ints(120, 0, 4).mapToObj("line %d\n"::formatted).collect(Collectors.joining());
    return random.nextBoolean() ? text : text.strip();
  }

  private static void apply(Path folder, String diff) throws Exception {
    Process git =
        new ProcessBuilder("git", "apply", "--allow-empty", "-")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    try (var in = git.getOutputStream()) {
      in.write(diff.getBytes(UTF_8));
    }
    String said = new String(git.getInputStream().readAllBytes(), UTF_8);
    assertThat(git.waitFor()).as(said).isZero();
  }
}
