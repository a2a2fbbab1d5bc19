package dev.digester.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.digester.config.FieldPattern.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPatternTest {
  @Test
  void keys_stand_between_slashes() {
    assertSegments("spec/image", new Segment.Key("spec"), new Segment.Key("image"));
    assertSegments("/spec/image", new Segment.Key("spec"), new Segment.Key("image"));
    assertSegments("data/config.yaml", new Segment.Key("data"), new Segment.Key("config.yaml"));
  }

  @Test
  void an_escaped_slash_belongs_to_its_key() {
    assertSegments(
        "metadata/annotations/example.com\\/image",
        new Segment.Key("metadata"),
        new Segment.Key("annotations"),
        new Segment.Key("example.com/image"));
    assertSegments("a\\/b\\/c", new Segment.Key("a/b/c"));
    assertSegments("a\\b", new Segment.Key("a\\b"));
  }

  @Test
  void brackets_after_a_key_walk_the_list_that_it_holds() {
    assertSegments("args[]", new Segment.Key("args"), new Segment.Each());
    assertSegments(
        "env[name=RELATED_IMAGE_*]/value",
        new Segment.Key("env"),
        new Segment.Matching("name", new Glob("RELATED_IMAGE_*")),
        new Segment.Key("value"));
    assertSegments(
        "env[name=a\\/b*]", new Segment.Key("env"), new Segment.Matching("name", new Glob("a/b*")));
  }

  @Test
  void brackets_may_stand_alone() {
    assertSegments("[]/a", new Segment.Each(), new Segment.Key("a"));
    assertSegments(
        "env/[name=x]", new Segment.Key("env"), new Segment.Matching("name", new Glob("x")));
  }

  @Test
  void a_star_alone_is_any_child() {
    assertSegments(
        "spec/*/image", new Segment.Key("spec"), new Segment.Any(), new Segment.Key("image"));
    assertSegments("*[]", new Segment.Any(), new Segment.Each());
    assertSegments("a*/b", new Segment.Key("a*"), new Segment.Key("b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "a//b",
        "a/",
        "//a",
        "a[",
        "a]",
        "a[0]",
        "a[name]",
        "a[=x]",
        "a[name=]",
        "a[]b",
        "a[][]"
      })
  void anything_else_is_not_a_path(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> FieldPattern.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "spec.image, spec/image",
    "$.spec.image, spec/image",
    ".spec.image, spec/image",
    "spec.list[].image, spec/list[]/image",
    "spec.list[*].image, spec/list[]/image",
    "spec.list[0].image, spec/list[]/image",
    "env[name=a.b].value, env[name=a.b]/value"
  })
  void dots_in_place_of_slashes_are_an_error_that_shows_the_path(String text, String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FieldPattern.written(text))
        .withMessage(
            "must have slashes between keys: write %s, or /%s if that is one key", path, text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/spec.image", "data/config.yaml", "image", "env[name=a.b]"})
  void a_dot_in_a_key_is_none_of_them(String text) {
    assertThat(FieldPattern.written(text)).isEqualTo(FieldPattern.parse(text));
  }

  private static void assertSegments(String path, Segment... segments) {
    assertThat(FieldPattern.parse(path).segments()).containsExactly(segments);
  }
}
