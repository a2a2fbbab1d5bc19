package dev.digester.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.krm.Result;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a run: failures so that they can be read, and the sum of it. */
class PinReportTest {
  private static final String DIGEST =
      "@sha256:0000000000000000000000000000000000000000000000000000000000000000";

  private static String pod(String... images) {
    return IntStream.range(0, images.length)
        .mapToObj(i -> "{name: c%d, image: \"%s\"}".formatted(i, images[i]))
        .collect(Collectors.joining(", ", "- {kind: Pod, spec: {containers: [", "]}}\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ${TAG}             | '${TAG}' is not an image reference: it looks like a template; fill it in
          a:$(TAG)           | 'a:$(TAG)' is not an image reference: it looks like a template
          a:{{ .Values.tag }}| it looks like a template
          __IMAGE__          | it looks like a template
          https://a.io/b:1   | 'https://a.io/b:1' is not an image reference: an image has no scheme; write it without https://
          docker://a.io/b:1  | write it without docker://
          OCI://a.io/b:1     | write it without OCI://
          """)
  void a_value_that_is_not_an_image_is_told_what_it_looks_like(String image, String message) {
    assertThat(Pinning.of(pod(image)).messages())
        .singleElement()
        .asString()
        .startsWith("error: cannot pin: ")
        .contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {" a:1", "a:1 ", "a:1\\n", "\\ta:1"})
  void blanks_around_an_image_are_told(String image) {
    assertThat(Pinning.of(pod(image)).messages())
        .singleElement()
        .asString()
        .endsWith("it has blanks before or after the image; remove them");
  }

  @Test
  void a_template_that_reads_as_a_mapping_is_told() {
    assertThat(Pinning.of("- {spec: {containers: [{image: {{ image }}}]}}\n").messages())
        .singleElement()
        .asString()
        .contains("it looks like a template");
  }

  @Test
  void a_tag_that_no_one_has_may_be_a_template() {
    assertThat(Pinning.of(pod("missing:__TAG__")).messages())
        .containsExactly(
            "error: cannot pin missing:__TAG__: docker.io has no such tag; it looks like a template; fill it in before digester runs, or leave it with onInvalid: keep");
  }

  @Test
  void a_registry_that_refuses_one_image_takes_one_line_with_what_to_do() {
    assertThat(Pinning.of(pod("private.example/a:1")).messages())
        .containsExactly(
            "error: cannot pin private.example/a:1: private.example denies access to a (403): no credentials; log in with docker login private.example, or see where credentials come from with digester auth explain private.example/a:1");
  }

  @Test
  void fifty_images_that_one_registry_refuses_take_fifty_one_lines() {
    String[] images =
        IntStream.range(0, 50).mapToObj(i -> "private.example/a:" + i).toArray(String[]::new);
    Pinning run = Pinning.of(pod(images));
    assertThat(run.messages()).hasSize(51);
    assertThat(run.messages().getFirst())
        .startsWith(
            "error: cannot pin 50 images of private.example, such as private.example/a:0: private.example denies access to a (403)")
        .contains("docker login private.example");
    assertThat(run.messages().subList(1, 51))
        .contains("error: cannot pin private.example/a:49: private.example refuses access")
        .allMatch(message -> message.endsWith(": private.example refuses access"));
  }

  @Test
  void an_image_in_several_fields_takes_one_line() {
    assertThat(Pinning.of(pod("missing:1") + pod("missing:1", "missing:1")).messages())
        .containsExactly("error: cannot pin missing:1 (in 3 fields): docker.io has no such tag");
  }

  @Test
  void two_registries_are_two_causes() {
    assertThat(
            Pinning.of(pod("private.a/a:1", "private.b/a:1", "private.a/b:1", "missing:1"))
                .messages())
        .hasSize(5)
        .satisfies(all ->
            assertThat(all.getFirst()).startsWith("error: cannot pin 2 images of private.a"));
  }

  @Test
  void what_is_unknown_is_told_of_each_image() {
    assertThat(Pinning.of(pod("missing:1", "missing:2")).messages())
        .containsExactly(
            "error: cannot pin missing:1: docker.io has no such tag",
            "error: cannot pin missing:2: docker.io has no such tag");
  }

  @Test
  void what_is_kept_although_it_failed_is_a_warning_of_the_same_words() {
    assertThat(Pinning.of("{onFailure: keep}", pod("private.a/a:1", "private.a/b:1")).messages())
        .hasSize(4)
        .satisfies(
            all -> assertThat(all.getFirst()).startsWith("warning: kept 2 images of private.a"))
        .contains("warning: kept private.a/b:1: private.a refuses access")
        .endsWith("info: 2 kept; 2 lookups");
  }

  @Test
  void a_run_is_summed_up_first_of_the_infos() {
    Pinning run =
        Pinning.of(
            "{skip: [s/]}",
            pod("a:1", "b:1", "s/c:1", "d" + DIGEST, "e" + DIGEST, "f:1" + DIGEST, "", " "));
    assertThat(run.messages().getFirst())
        .isEqualTo("info: 2 pinned, 1 skipped, 3 had a digest; 2 lookups");
    Result summary = run.results().getFirst();
    assertThat(summary.tags()).containsExactly(new Result.Tag("summary", "true"));
    assertThat(summary.resource()).isEmpty();
    assertThat(summary.field()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                 | a:1             | 1 pinned; 1 lookup
          {skip: [a]}        | a:1             | 1 skipped
          {onInvalid: keep}  | A               | 1 kept
          {onFailure: keep}  | missing:1       | 1 kept; 1 lookup
          """)
  void the_summary_names_what_there_is(String spec, String image, String summary) {
    assertThat(Pinning.of(spec, pod(image)).messages()).contains("info: " + summary);
  }

  @Test
  void an_image_that_aliases_share_counts_once() {
    assertThat(Pinning.of("- {spec: {containers: [{image: &a 'a:1'}, {image: *a}]}}\n").messages())
        .contains("info: 1 pinned; 1 lookup");
  }

  @Test
  void without_a_change_nothing_is_summed_up() {
    assertThat(Pinning.of(pod("a" + DIGEST)).messages()).isEmpty();
    assertThat(Pinning.of(pod("")).messages()).isEmpty();
    assertThat(Pinning.of(pod("a:1", "missing:1")).messages())
        .noneMatch(all -> all.contains("1 pinned"));
    assertThat(Pinning.of("{results: errors}", pod("a:1")).messages())
        .noneMatch(all -> all.contains("lookup"));
  }
}
