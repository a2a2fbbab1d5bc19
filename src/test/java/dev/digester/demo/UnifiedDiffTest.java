package dev.digester.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    for (int round = 0; round < 20; round++) {
      String before = randomText(random);
      String after = randomText(random);
      Files.writeString(file, before);
      apply(folder, UnifiedDiff.of("a.yaml", before, after));

      assertThat(file).as("seed %d, round %d", seed, round).hasContent(after);
    }
  }

  private static String randomText(Random random) {
    return random.ints(40, 0, 4).mapToObj("line %d\n"::formatted).collect(Collectors.joining());
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
