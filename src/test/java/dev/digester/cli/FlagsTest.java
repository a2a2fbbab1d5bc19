package dev.digester.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.config.Environment;
import dev.digester.process.UsageException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlagsTest {
  @Test
  void a_flag_has_its_value_after_it_or_after_a_sign() {
    assertThat(Flags.parse(List.of("--skip-prefixes", "a,b", "--kubeconfig=k")))
        .isEqualTo(new Environment.Flags(Optional.empty(), Optional.of("a,b"), Optional.of("k")));
  }

  @Test
  void offline_alone_is_true() {
    assertThat(Flags.parse(List.of("--offline")).offline()).contains("true");
    assertThat(Flags.parse(List.of("--offline=false")).offline()).contains("false");
  }

  @Test
  void no_words_are_not_flags() {
    assertThat(Flags.parse(List.of())).isEqualTo(Environment.Flags.NONE);
  }

  @Test
  void other_words_are_wrong_usage() {
    assertThatThrownBy(() -> Flags.parse(List.of("--offlin")))
        .isInstanceOf(UsageException.class)
        .hasMessage("unknown argument '--offlin' of the function");
    assertThatThrownBy(() -> Flags.parse(List.of("--offline=maybe")))
        .isInstanceOf(UsageException.class)
        .hasMessage("--offline is true or false, not 'maybe'");
    assertThatThrownBy(() -> Flags.parse(List.of("--kubeconfig")))
        .isInstanceOf(UsageException.class)
        .hasMessage("--kubeconfig needs a value");
  }

  @Test
  void a_word_that_begins_with_a_flags_name_is_recognised() {
    assertThat(Flags.isFlag("--offline=false")).isTrue();
    assertThat(Flags.isFlag("--skip-prefixes")).isTrue();
    assertThat(Flags.isFlag("demo")).isFalse();
  }
}
