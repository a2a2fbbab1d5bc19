package dev.digester.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
  @Test
  void without_variables_and_flags_all_is_off_and_silent() {
    assertThat(variables(Map.of()))
        .isEqualTo(new Environment(true, SkipRules.NONE, Optional.empty(), false, List.of()));
    assertThat(variables(Map.of("OFFLINE", "", "SKIP_PREFIXES", "", "KUBECONFIG", "", "DEBUG", "")))
        .isEqualTo(variables(Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a/;b/|a/ b/",
        "a/,b/|a/ b/",
        "a/:b/|a/ b/",
        "localhost:5000/|localhost:5000/",
        "localhost:5000|localhost:5000",
        "localhost:5000/a:b/|localhost:5000/a b/",
        "gcr.io:localhost:5000/;x|gcr.io localhost:5000/ x",
        "localhost:5000;gcr.io|localhost:5000 gcr.io",
        "localhost:5000:gcr.io|localhost 5000 gcr.io",
        "a:5x/|a 5x/",
        " a/ ; b/ ,, :: |a/ b/",
        "*/pause:*|*/pause *"
      })
  void prefixes_are_split_where_no_port_stands(String text, String prefixes) {
    assertThat(variables(Map.of("SKIP_PREFIXES", text)).skip().patterns())
        .isEqualTo(Arrays.asList(prefixes.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "TRUE", "True", "t", "T", "1"})
  void offline_is_the_default_and_may_be_said(String value) {
    Environment read = variables(Map.of("OFFLINE", value));
    assertThat(read.offline()).isTrue();
    assertThat(read.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "FALSE", "False", "f", "F", "0"})
  void false_asks_for_the_pull_secrets_of_the_cluster(String value) {
    Environment read = variables(Map.of("OFFLINE", value));
    assertThat(read.offline()).isFalse();
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void offline_that_is_neither_true_nor_false_is_told() {
    Environment read = variables(Map.of("OFFLINE", "maybe"));
    assertThat(read.offline()).isTrue();
    assertThat(read.warnings())
        .containsExactly("OFFLINE must be true or false, but it is \"maybe\"; it is taken as true");
  }

  @ParameterizedTest
  @CsvSource({
    "true, true",
    "yes, true",
    "1, true",
    "YES, true",
    "false, false",
    "no, false",
    "2, false"
  })
  void debug_is_on_with_true_yes_and_1(String value, boolean on) {
    assertThat(variables(Map.of("DEBUG", value)).debug()).isEqualTo(on);
  }

  @Test
  void a_flag_comes_before_its_variable() {
    Map<String, String> variables =
        Map.of("OFFLINE", "true", "SKIP_PREFIXES", "a/", "KUBECONFIG", "/a");
    Environment read =
        Environment.of(
            variables,
            new Environment.Flags(Optional.of("false"), Optional.of("b/"), Optional.of("/b")));
    assertThat(read.offline()).isFalse();
    assertThat(read.skip().patterns()).containsExactly("b/");
    assertThat(read.kubeconfig()).contains("/b");
    assertThat(read.warnings()).isEmpty();
    assertThat(variables(variables).kubeconfig()).contains("/a");
  }

  private static Environment variables(Map<String, String> variables) {
    return Environment.of(variables, Environment.Flags.NONE);
  }
}
