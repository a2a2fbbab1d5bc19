package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsPageIT {
  private static final Pattern OPTION = Pattern.compile("(?m)^ +(?:-\\w, )?(--[a-z-]+)");
  private static final List<String> OF_ALL = List.of("--help", "--version");

  @ParameterizedTest
  @ValueSource(strings = {"pin", "resolve", "list", "digest"})
  void the_page_has_each_option_and_the_help_has_examples(String command) throws Exception {
    String page = Files.readString(Path.of("docs/commands.md"));
    String help = ProgramUnderTest.command(command, "--help").run().orFail().out();

    assertThat(page).contains("\n## " + command + "\n");
    assertThat(help).contains("\nExamples:\n");
    assertThat(OPTION.matcher(help).results().map((MatchResult found) -> found.group(1)))
        .filteredOn(option -> !OF_ALL.contains(option))
        .isNotEmpty()
        .allMatch(option -> page.contains("`" + option + "`"));
  }
}
