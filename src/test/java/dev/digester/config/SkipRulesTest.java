package dev.digester.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkipRulesTest {
  @ParameterizedTest
  @CsvSource({
    "registry.internal/, registry.internal/a:1, true",
    "registry.internal/, x/registry.internal/a, false",
    "docker.io/library/nginx, nginx, false",
    "localhost:5000/, localhost:5000/app, true",
    "nginx, nginx-unprivileged, true",
    "Nginx, nginx, false",
    "*/pause:*, registry.k8s.io/pause:3.9, true",
    "*/pause:*, a/b/pause:3.9, true",
    "*/pause:*, pause:3.9, false",
    "*/pause:*, registry.k8s.io/pause, false",
    "nginx*, nginx, true",
    "*nginx, bitnami/nginx:1, false",
    "a*b*c, abxbc, true",
    "a*b*c, abxb, false",
    "*, anything/at:all, true",
    "**, a, true",
    "a.c*, abc, false",
    "a?c*, abc, false",
    "=auto, auto, true",
    "=auto, auto:1, false",
    "=auto, x/auto, false",
    "=auto, =auto, false",
    "=*/pause, a/pause, false",
    "=*, *, true"
  })
  void a_prefix_or_a_glob_over_all_of_the_text_skips(
      String pattern, String image, boolean skipped) {
    assertThat(new SkipRules(List.of(pattern)).matches(image)).isEqualTo(skipped);
  }

  @Test
  void any_of_several_patterns_is_enough() {
    SkipRules rules = new SkipRules(List.of("a/", "*:dev"));
    assertThat(rules.matches("a/x")).isTrue();
    assertThat(rules.matches("b/x:dev")).isTrue();
    assertThat(rules.matches("b/x:prod")).isFalse();
  }

  @Test
  void nothing_skips_nothing() {
    assertThat(SkipRules.NONE.matches("nginx")).isFalse();
  }

  @Test
  void an_empty_prefix_would_skip_everything_and_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SkipRules(List.of("a", "")));
  }

  @Test
  void an_exact_text_must_be_there() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SkipRules(List.of("=")))
        .withMessage(
            "skip must not hold = without a text after it: write =auto for images that read auto");
  }

  @Test
  void many_stars_cost_no_more_than_the_product_of_the_lengths() {
    assertThat(new Glob("*a".repeat(200) + "b").matches("a".repeat(20_000))).isFalse();
  }
}
