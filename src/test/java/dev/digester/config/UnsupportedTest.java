package dev.digester.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsupportedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          registriesFrom: [containers]          | spec.registriesFrom
          """)
  void what_has_no_work_yet_is_refused(String spec, String path) {
    assertThat(Unsupported.in(Written.digester("spec:\n  " + spec + "\n")))
        .containsExactly(path + " is valid but this version cannot carry it out yet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "skip: [a/]",
        "platforms: [linux/amd64]",
        "onFailure: keep",
        "registries: [{host: a, mirrors: [b], ca: c, insecure: true, concurrency: 1, fallback: false}]",
        "fields: [{path: 'a[]/b', group: c, version: v1, kind: D, create: true}]",
        "setters: {tag: a}",
        "setterSchema: {tag: {required: true}}",
        "settersFrom: [{kind: ConfigMap, name: a}]",
        "images: [{name: a, newTag: b}]",
        "fieldSets: [tekton]",
        "fields: [{path: 'a[name=b*]/*', name: a, namespace: b, pattern: '(b)'}]",
        "fields: [{path: a, format: json, innerPath: b}]"
      })
  void the_rest_is_carried_out(String spec) {
    assertThat(Unsupported.in(Written.digester("spec:\n  " + spec + "\n"))).isEmpty();
  }
}
