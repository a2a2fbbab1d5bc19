package dev.digester.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is written, it is read or told in a line for people. */
class DamagedConfigurationTest {
  private static final int ROUNDS = 1000;
  private static final List<String> VALUES =
      List.of(
          "null",
          "~",
          "true",
          "\"true\"",
          "1",
          "1.5",
          "-1",
          ".inf",
          "99999999999999999999",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "{a: b}",
          "\"\"",
          "text",
          "|",
          "&a",
          "*a",
          "!!str",
          "- x",
          "'");

  @Test
  void a_damaged_configuration_is_read_or_told_in_one_line_for_each_problem() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> lines = examples();
    for (int round = 0; round < ROUNDS; round++) {
      String text = String.join("\n", damaged(lines, random)) + "\n";
      assertThat(messageOf(text))
          .as("seed %d, round %d:%n%s", seed, round, text)
          .matches("(c\\.yaml, line \\d+: .+(\n(?=.)|$))*")
          .doesNotContain("java", "jackson", "Exception", "filling")
          .doesNotContain(
              "a mapping, but it is a mapping",
              "a list, but it is a list",
              "a string, but it is the string");
    }
  }

  private static List<String> examples() throws IOException {
    return Files.readString(Path.of("fn-config.yaml"), UTF_8)
        .replaceAll("(?m)^  \\w+: (\\[]|\\{})$", "")
        .replaceAll("(?m)^( *)#(?! \\S)", "$1")
        .lines()
        .toList();
  }

  /** One to three lines are left out, or get another value or key. */
  private static List<String> damaged(List<String> lines, Random random) {
    List<String> damaged = new ArrayList<>(lines);
    int times = 1 + random.nextInt(3);
    for (int time = 0; time < times; time++) {
      int at = random.nextInt(damaged.size());
      String line = damaged.get(at);
      String value = VALUES.get(random.nextInt(VALUES.size()));
      switch (random.nextInt(4)) {
        case 0 -> damaged.remove(at);
        case 1 -> damaged.set(at, line.replaceFirst("[a-zA-Z](?=[a-zA-Z]*:)", "x"));
        case 2 -> damaged.set(at, line.replaceFirst("- .*", "- ") + value);
        default -> damaged.set(at, line.replaceFirst(":.*", ": ") + value);
      }
    }
    return damaged;
  }

  private static String messageOf(String text) {
    try {
      ConfigurationReader.readFile("c.yaml", text.getBytes(UTF_8));
      return "";
    } catch (ConfigurationException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
