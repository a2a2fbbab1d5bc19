package dev.digester.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverridesTest {
  private static Configuration over(String spec, String... settings) {
    String file = "apiVersion: digester.dev/v1alpha1\nkind: Digester\nspec: " + spec;
    return Overrides.of("--set", List.of(settings))
        .over(ConfigurationReader.readFile("f.yaml", file.getBytes(UTF_8)));
  }

  @Test
  void a_setting_wins_and_all_else_is_that_of_the_file() {
    Configuration made =
        over(
            "{onFailure: fail, skip: [a/], setters: {x: '1', y: '2'}}",
            "onFailure=keep",
            "setters.x=3",
            "platforms=linux/amd64,linux/arm64");

    assertThat(made.onFailure()).isEqualTo(Reaction.KEEP);
    assertThat(made.skip().matches("a/b")).isTrue();
    assertThat(made.platforms()).hasSize(2);
    assertThat(made.setters().keySet()).isEqualTo(Set.of("x", "y"));
    assertThat(made.setters().get("x")).isEqualTo(over("{setters: {x: '3'}}").setters().get("x"));
  }

  @Test
  void the_last_of_equal_keys_counts_and_no_setting_changes_nothing() {
    assertThat(over("{}", "results=all", "results=errors").results()).isEqualTo(Report.ERRORS);
    assertThat(over("{results: all}")).isEqualTo(over("{results: all}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"onFailure", "=x", "onFailure=maybe", "nonsense=1"})
  void a_wrong_setting_is_an_error_that_names_the_flag(String setting) {
    assertThatThrownBy(() -> over("{}", setting))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("--set");
  }
}
