package dev.digester.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrongDocumentTest {
  private static final String ACCEPTED =
      "use ConfigMap (v1), Digester (digester.dev/v1alpha1), SetImage (fn.kpt.dev/v1alpha1)"
          + " or ImageTagTransformer (builtin)";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {apiVersion: v1, kind: Foo}         | kind "Foo" of "v1" is not accepted
          {apiVersion: v2, kind: ConfigMap}   | kind "ConfigMap" of "v2" is not accepted
          {apiVersion: digester.dev/v1, kind: Digester} | kind "Digester" of "digester.dev/v1" is not accepted
          {kind: Digester}                    | kind "Digester" without apiVersion is not accepted
          {apiVersion: v1}                    | an object without kind of "v1" is not accepted
          {}                                  | an object without kind without apiVersion is not accepted
          """)
  void another_kind_or_version_is_refused_with_those_that_are_accepted(
      String document, String message) {
    assertThat(Written.wrong(document)).isEqualTo("c.yaml, line 1: " + message + ": " + ACCEPTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: fn.kpt.dev/v1alpha1\nkind: SetImage\n",
        "apiVersion: builtin\nkind: ImageTagTransformer\n"
      })
  void a_kind_that_configures_a_function_of_its_own_is_not_a_configuration_of_digester(
      String document) {
    assertThat(Written.wrong(document))
        .isEqualTo(
            "c.yaml, line 1: it configures a function of its own: use a Digester or a ConfigMap");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          spec: []       | spec must be a mapping
          spec: resolve  | spec must be a mapping
          specs: {}      | specs is unknown; did you mean spec?
          data: {a: b}   | data is unknown; known are apiVersion, kind, metadata, spec
          [a]: b         | a key must be a string
          """)
  void beside_the_spec_of_a_digester_stands_nothing_else(String line, String message) {
    assertThat(Written.wrongDigester(line + "\n")).isEqualTo("c.yaml, line 3: " + message);
  }

  @Test
  void a_file_holds_one_document_that_is_well_formed() {
    String one = "c.yaml, line 1: the file must hold one document, a Digester or a ConfigMap";
    assertThat(Written.wrong("")).isEqualTo(one);
    assertThat(Written.wrong("[]")).isEqualTo(one);
    assertThat(Written.wrong("a: b\n---\na: b\n")).isEqualTo(one);
    assertThat(Written.wrong("a: b\nc: [d\n")).startsWith("c.yaml, line ").doesNotContain("\n");
  }

  @Test
  void in_a_list_the_line_is_that_of_the_list() {
    String list =
        """
        kind: ResourceList
        items: []
        functionConfig:
          apiVersion: digester.dev/v1alpha1
          kind: Digester
          spec: {resolve: 1}
        """;
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> Written.inList(list))
        .withMessage(
            "functionConfig (line 6 of the input): spec.resolve must be true or false, but it is"
                + " the number 1");
  }

  @Test
  void in_a_list_the_file_is_named_where_an_orchestrator_tells_it() {
    String list =
        """
        kind: ResourceList
        items: []
        functionConfig:
          apiVersion: digester.dev/v1alpha1
          kind: Digester
          metadata: {name: d, annotations: {config.kubernetes.io/path: fn-config.yaml}}
          spec: {resolve: 1}
        """;
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> Written.inList(list))
        .withMessageStartingWith("fn-config.yaml (line 7 of the input): spec.resolve must be");
  }

  @Test
  void a_list_without_functionConfig_has_the_defaults() {
    assertThat(Written.inList("kind: ResourceList\nitems: []\n"))
        .isEqualTo(Configuration.defaults());
  }

  @Test
  void the_kind_of_a_functionConfig_can_be_asked_for() {
    String list = "functionConfig: {apiVersion: fn.kpt.dev/v1alpha1, kind: SetImage}\n";
    ConfigurationKind kind = ConfigurationKind.of(Written.functionConfig(list).orElseThrow());
    assertThat(kind).isEqualTo(ConfigurationKind.SET_IMAGE);
    assertThat(kind.apiVersion()).isEqualTo("fn.kpt.dev/v1alpha1");
    assertThat(kind.kind()).isEqualTo("SetImage");
  }
}
