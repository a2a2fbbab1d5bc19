package dev.digester.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.config.Environment;
import dev.digester.engine.FunctionName;
import dev.digester.engine.Functions;
import dev.digester.process.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations that name the function which they are for. */
class OfConfiguredKindTest {
  private static final String ITEM =
      """
      apiVersion: config.kubernetes.io/v1
      kind: ResourceList
      items:
      - {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{image: "a:1"}]}}
      functionConfig: \
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(FunctionName name, String functionConfig) {
    Surroundings around =
        new Surroundings(Map.of(), "nowhere", InstantSource.fixed(Instant.EPOCH), false, false);
    FunctionStages stages =
        Functions.of(
            name, Environment.Flags.NONE, around, new PrintStream(OutputStream.nullOutputStream()));
    return new FunctionRun(stages)
        .run(
            new Streams(
                new ByteArrayInputStream((ITEM + functionConfig + "\n").getBytes(UTF_8)),
                out,
                new PrintStream(err, true, UTF_8)));
  }

  @Test
  void a_set_image_runs_whatever_was_invoked() {
    String config =
        "{apiVersion: fn.kpt.dev/v1alpha1, kind: SetImage, image: {name: a, newTag: '2'}}";
    assertThat(run(FunctionName.APPLY_SETTERS, config)).isZero();
    assertThat(out.toString(UTF_8))
        .contains("image: \"a:2\"")
        .contains("summary: updated a total of 1 image(s)");
  }

  @Test
  void an_image_tag_transformer_appends_a_suffix_in_each_run_as_kustomize_does() {
    String config =
        "{apiVersion: builtin, kind: ImageTagTransformer, metadata: {name: t}, imageTag: {name: a, tagSuffix: '1'}}";
    assertThat(run(FunctionName.DIGESTER, config)).isZero();
    assertThat(out.toString(UTF_8)).contains("image: \"a:11\"");
  }

  @Test
  void each_thing_that_is_wrong_with_a_configuration_is_an_error_of_its_own() {
    String config =
        "{apiVersion: digester.dev/v1alpha1, kind: Digester, spec: {skips: [], timeout: 5m}}";
    assertThat(run(FunctionName.DIGESTER, config)).isEqualTo(1);
    assertThat(err.toString(UTF_8).lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("error: "))
        .anyMatch(line -> line.contains("spec.skips is unknown; did you mean skip?"))
        .anyMatch(line -> line.contains("spec.timeout must be more than 0"));
  }

  @Test
  void a_digester_gives_its_images() {
    String config =
        "{apiVersion: digester.dev/v1alpha1, kind: Digester, spec: {images: [{name: a, newTag: '2'}]}}";
    assertThat(run(FunctionName.SET_IMAGE, config)).isZero();
    assertThat(out.toString(UTF_8)).contains("image: \"a:2\"").contains("set image a:1 to a:2");
  }

  @Test
  void without_configuration_set_image_says_what_is_missing() {
    assertThat(run(FunctionName.SET_IMAGE, "null")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).isEqualTo("error: must specify `name`\n");
  }

  @Test
  void a_config_map_holds_values_as_they_are_written() {
    String config = "{apiVersion: v1, kind: ConfigMap, data: {name: a, newTag: 1.10}}";
    assertThat(run(FunctionName.SET_IMAGE, config)).isZero();
    assertThat(out.toString(UTF_8)).contains("image: \"a:1.10\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {apiVersion: fn.kpt.dev/v1alpha1, kind: SetImage, image: {name: a, newTags: b}} | image.newTags is unknown; did you mean newTag?
          {apiVersion: fn.kpt.dev/v1alpha1, kind: SetImage, images: {name: a}} | images is unknown; did you mean image?
          {apiVersion: builtin, kind: ImageTagTransformer, imageTag: {name: a, newTag: 'b'}, fieldSpec: []} | fieldSpec is unknown; did you mean fieldSpecs?
          {apiVersion: builtin, kind: ImageTagTransformer, imageTag: {name: a}, fieldSpecs: [{paths: b}]} | fieldSpecs[0].paths is unknown; did you mean path?
          """)
  void unknown_keys_are_errors(String config, String message) {
    assertThat(run(FunctionName.DIGESTER, config)).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {apiVersion: fn.kpt.dev/v1alpha1, kind: SetImage, image: {name: a, newTag: 1.10}} | image.newTag must be a string, but it is the number 1.10: write "1.10"
          {apiVersion: fn.kpt.dev/v1alpha1, kind: SetImage, image: [a]} | image must be a mapping
          {apiVersion: builtin, kind: ImageTagTransformer, imageTag: {newTag: b}} | imageTag.name is missing
          {apiVersion: builtin, kind: ImageTagTransformer, imageTag: {name: a}, fieldSpecs: [{kind: b}]} | fieldSpecs[0].path is missing
          """)
  void wrong_types_and_missing_keys_are_errors(String config, String message) {
    assertThat(run(FunctionName.DIGESTER, config)).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains(message);
  }
}
