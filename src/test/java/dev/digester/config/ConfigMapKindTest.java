package dev.digester.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigMapKindTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "data:\n", "data: {}\n", "immutable: true\ndata: null\n"})
  void a_config_map_without_data_is_all_defaults(String text) {
    assertThat(Written.configMap(text)).isEqualTo(Configuration.defaults());
  }

  @Test
  void what_kpt_passes_without_arguments_is_all_defaults() {
    String list =
        """
        apiVersion: config.kubernetes.io/v1
        kind: ResourceList
        items: []
        functionConfig: {metadata: {name: function-input}, data: {}, kind: ConfigMap, apiVersion: v1}
        """;
    assertThat(Written.inList(list)).isEqualTo(Configuration.defaults());
  }

  @Test
  void every_key_has_a_form_for_the_command_line() {
    Configuration read =
        Written.configMap(
            """
            data:
              resolve: "false"
              skip: "a/, localhost:5000/,,"
              platforms: "linux/amd64,linux/arm64"
              onFailure: keep
              onInvalid: keep
              results: all
              timeout: 120s
              credentials.fromPackage: "true"
              fieldSets: "tekton,argo"
              registriesFrom: containers
              setters.tag: "1.27"
              setters.env: '[dev, stage]'
              registries: |
                - {host: docker.io, mirrors: [m.example]}
              images: |
                - {name: nginx, newTag: "1.27"}
              fields: |
                - {path: spec/image}
              setterSchema: 'tag: {default: 1.10}'
              settersFrom: '[{kind: ConfigMap, name: versions}]'
            """);
    assertThat(read)
        .isEqualTo(
            Written.digester(
                """
                spec:
                  resolve: false
                  skip: [a/, "localhost:5000/"]
                  platforms: [linux/amd64, linux/arm64]
                  onFailure: keep
                  onInvalid: keep
                  results: all
                  timeout: 120s
                  credentials: {fromPackage: true}
                  fieldSets: [tekton, argo]
                  registriesFrom: [containers]
                  setters: {tag: "1.27", env: '[dev, stage]'}
                  registries: [{host: docker.io, mirrors: [m.example]}]
                  images: [{name: nginx, newTag: "1.27"}]
                  fields: [{path: spec/image}]
                  setterSchema: {tag: {default: 1.10}}
                  settersFrom: [{kind: ConfigMap, name: versions}]
                """));
    assertThat(read.timeout()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void empty_values_are_empty_lists_and_defaults() {
    assertThat(
            Written.configMap("data: {skip: '', platforms: ' , ', registries: '', fields: ''}\n"))
        .isEqualTo(Configuration.defaults());
  }

  @Test
  void setters_keep_their_text_dots_and_all() {
    assertThat(Written.configMap("data: {setters.a.b: 'x, y', setters.c: ''}\n").setters())
        .isEqualTo(Map.of("a.b", new SetterValue.Text("x, y"), "c", new SetterValue.Text("")));
  }

  @Test
  void a_list_may_hold_one_value() {
    assertThat(Written.configMap("data: {skip: a/}\n").skip().patterns()).isEqualTo(List.of("a/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          skips: a/             | data.skips is unknown; did you mean skip?
          setter.tag: "1"       | data.setter.tag is unknown; did you mean setters.NAME?
          setters: "tag: 1"     | data.setters is unknown; did you mean settersFrom?
          setters.: "1"         | data.setters. is unknown; did you mean setters.NAME?
          credentials: "true"   | data.credentials is unknown; did you mean credentials.fromPackage?
          cache: "true"         | data.cache is valid but this version cannot carry it out yet
          lock: "true"          | data.lock is valid but this version cannot carry it out yet
          resolve: false        | data.resolve must be a string: write "false"
          resolve: "no"         | data.resolve must be "true" or "false", but it is "no"
          resolve: "True"       | data.resolve must be "true" or "false", but it is "True"
          resolve: ""           | data.resolve must be "true" or "false", but it is ""
          credentials.fromPackage: "1" | data.credentials.fromPackage must be "true" or "false", but it is "1"
          setters.tag: 1.10     | data.setters.tag must be a string: write "1.10"
          setters.tag:          | data.setters.tag must be a string: write ""
          skip: [a/]            | data.skip must be a string
          registries: {a: b}    | data.registries must be a string
          onFailure: ignore     | data.onFailure must be fail or keep, but it is "ignore"
          timeout: 120x         | data.timeout must be a duration such as 90s, 4m or 1h30m, but it is "120x"
          timeout: 120          | data.timeout must be a string: write "120"
          platforms: "linux/amd64,arm" | data.platforms[1] must be os/arch or os/arch/variant such as linux/amd64, but it is "arm"
          fieldSets: flux       | data.fieldSets[0] must be tekton, argo, prometheus, jobset, kueue, leaderworkerset, volcano, kuberay, kubeflow, spark, flink, knative, keda, cloudrun, agones, openkruise, kubevirt, cdi, cloudnativepg, zalando-postgres, strimzi, eck, rabbitmq, mongodb, opentelemetry, thanos, grafana, crossplane, olm or all, but it is "flux"
          registries: "a"       | data.registries must be a list, but it is the string "a"
          registries: "[{hots: a}]"    | data.registries[0].hots is unknown; did you mean host?
          registries: "[a]\\n---\\n[b]"  | data.registries must be one YAML document
          images: "[{name: a, newTag: 1.27}]" | data.images[0].newTag must be a string, but it is the number 1.27: write "1.27"
          settersFrom: "[{kind: ConfigMap, name: a, name: b}]" | data.settersFrom[0].name is a duplicate: remove one
          """)
  void what_is_wrong_is_told_with_its_key(String data, String message) {
    assertThat(Written.wrongConfigMap("data:\n  " + data + "\n"))
        .isEqualTo("c.yaml, line 4: " + message);
  }

  @Test
  void structures_that_are_not_yaml_are_told_with_their_line() {
    assertThat(Written.wrongConfigMap("data:\n  registries: |\n    - host: a\n    - [b\n"))
        .startsWith("c.yaml, line ")
        .contains(": data.registries is not YAML: ");
  }

  @Test
  void inside_literal_text_the_line_is_exact() {
    assertThat(
            Written.wrongConfigMap(
                """
                data:
                  registries: |
                    - host: docker.io
                      mirrors:
                      - 1
                """))
        .isEqualTo(
            "c.yaml, line 7: data.registries[0].mirrors[0] must be a string, but it is the number 1:"
                + " write \"1\"");
  }

  @Test
  void inside_other_text_the_line_is_that_of_the_text() {
    assertThat(Written.wrongConfigMap("data:\n  registries: \"- host: a\\n- host: 1\\n\"\n"))
        .startsWith("c.yaml, line 4: data.registries[1].host must be a string");
  }

  @Test
  void beside_the_data_stands_nothing_else() {
    assertThat(Written.wrongConfigMap("datas: {}\n"))
        .isEqualTo("c.yaml, line 3: datas is unknown; did you mean data?");
    assertThat(Written.wrongConfigMap("data: text\n"))
        .isEqualTo("c.yaml, line 3: data must be a mapping");
  }
}
