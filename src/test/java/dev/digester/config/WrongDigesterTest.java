package dev.digester.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongDigesterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          skips: [a/]                      | spec.skips is unknown; did you mean skip?
          Skip: [a/]                       | spec.Skip is unknown; did you mean skip?
          onfailure: keep                  | spec.onfailure is unknown; did you mean onFailure?
          registry: []                     | spec.registry is unknown; did you mean registries?
          credentials: {frompackage: true} | spec.credentials.frompackage is unknown; did you mean fromPackage?
          registries: [{host: a, mirror: [b]}] | spec.registries[0].mirror is unknown; did you mean mirrors?
          images: [{name: a, where: {knd: b}}] | spec.images[0].where.knd is unknown; did you mean kind?
          setterSchema: {tag: {typ: string}}   | spec.setterSchema.tag.typ is unknown; did you mean type?
          fields: [{path: a, grp: b}]      | spec.fields[0].grp is unknown; did you mean group?
          settersFrom: [{kind: ConfigMap, names: b}] | spec.settersFrom[0].names is unknown; did you mean name?
          xyzzy: 1                         | spec.xyzzy is unknown; known are credentials, fieldSets, fields, images, onFailure, onInvalid, platforms, registries, registriesFrom, resolve, results, setterSchema, setters, settersFrom, skip, timeout
          cache: {}                        | spec.cache is valid but this version cannot carry it out yet
          lock: images.lock                | spec.lock is valid but this version cannot carry it out yet
          """)
  void an_unknown_key_is_named_with_its_path_and_the_nearest_key(String spec, String message) {
    assertThat(Written.wrongDigester("spec:\n  " + spec + "\n"))
        .isEqualTo("c.yaml, line 4: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          resolve: "false"   | spec.resolve must be true or false, but it is the string "false": write it without quotes
          resolve: yes       | spec.resolve must be true or false, but it is the string "yes"
          resolve: 1         | spec.resolve must be true or false, but it is the number 1
          resolve: []        | spec.resolve must be true or false, but it is a list
          resolve: {}        | spec.resolve must be true or false, but it is a mapping
          resolve: ""        | spec.resolve must be true or false, but it is the string ""
          skip: a/           | spec.skip must be a list, but it is the string "a/"
          skip: {a: b}       | spec.skip must be a list, but it is a mapping
          skip: [1]          | spec.skip[0] must be a string, but it is the number 1: write "1"
          skip: [a/, null]   | spec.skip[1] must be a string, but it is null
          skip: [a/, [b/]]   | spec.skip[1] must be a string, but it is a list
          skip: [""]         | spec.skip must not hold an empty prefix: it would skip every image
          platforms: linux/amd64   | spec.platforms must be a list, but it is the string "linux/amd64"
          platforms: [{os: linux}] | spec.platforms[0] must be a string, but it is a mapping
          platforms: [null]  | spec.platforms[0] must be a string, but it is null
          platforms: [linux] | spec.platforms[0] must be os/arch or os/arch/variant such as linux/amd64, but it is "linux"
          onFailure: ignore  | spec.onFailure must be fail or keep, but it is "ignore"
          onFailure: Keep    | spec.onFailure must be fail or keep, but it is "Keep"
          onFailure: true    | spec.onFailure must be a string, but it is the boolean true: write "true"
          onFailure: 0       | spec.onFailure must be a string, but it is the number 0: write "0"
          onFailure: ""      | spec.onFailure must be fail or keep, but it is ""
          onFailure: " keep" | spec.onFailure must be fail or keep, but it is " keep"
          onFailure: [keep]  | spec.onFailure must be a string, but it is a list
          onInvalid: warn    | spec.onInvalid must be fail or keep, but it is "warn"
          results: some      | spec.results must be changes, all or errors, but it is "some"
          fieldSets: [flux]  | spec.fieldSets[0] must be tekton, argo, prometheus, jobset, kueue, leaderworkerset, volcano, kuberay, kubeflow, spark, flink, knative, keda, cloudrun, agones, openkruise, kubevirt, cdi, cloudnativepg, zalando-postgres, strimzi, eck, rabbitmq, mongodb, opentelemetry, thanos, grafana, crossplane, olm or all, but it is "flux"
          fieldSets: [1]     | spec.fieldSets[0] must be a string, but it is the number 1: write "1"
          registriesFrom: [docker] | spec.registriesFrom[0] must be containers or containerd, but it is "docker"
          timeout: 120       | spec.timeout must be a string, but it is the number 120: write "120"
          timeout: "120"     | spec.timeout must be a duration such as 90s, 4m or 1h30m, but it is "120"
          timeout: 5m        | spec.timeout must be more than 0 and at most 290s, but it is "5m"
          timeout: 0s        | spec.timeout must be more than 0 and at most 290s, but it is "0s"
          timeout: -1s       | spec.timeout must be more than 0 and at most 290s, but it is "-1s"
          credentials: true  | spec.credentials must be a mapping, but it is the boolean true
          credentials: {fromPackage: "true"} | spec.credentials.fromPackage must be true or false, but it is the string "true": write it without quotes
          """)
  void a_value_of_the_wrong_type_or_range_is_named_with_what_is_expected(
      String spec, String message) {
    assertThat(Written.wrongDigester("spec:\n  " + spec + "\n"))
        .isEqualTo("c.yaml, line 4: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {host: docker.io}   | spec.registries must be a list, but it is a mapping
          [docker.io]         | spec.registries[0] must be a mapping, but it is the string "docker.io"
          [null]              | spec.registries[0] must be a mapping, but it is null
          [{}]                | spec.registries[0].host is missing
          [{host: null}]      | spec.registries[0].host must be a string, but it is null
          [{host: 5000}]      | spec.registries[0].host must be a string, but it is the number 5000: write "5000"
          [{host: "https://docker.io"}] | spec.registries[0].host must be host or host:port as in references, such as docker.io, but it is "https://docker.io"
          [{host: "a:99999"}] | spec.registries[0].host must be host or host:port as in references, such as docker.io, but it is "a:99999"
          [{host: a, mirrors: b}]   | spec.registries[0].mirrors must be a list, but it is the string "b"
          [{host: a, mirrors: [1.5]}] | spec.registries[0].mirrors[0] must be a string, but it is the number 1.5: write "1.5"
          [{host: a, mirrors: ["https://m.example"]}] | spec.registries[0].mirrors[0] must be host[:port][/prefix] without https://, such as mirror.example:5000/hub, but it is "https://m.example"
          [{host: a, mirrors: ["https://joe:secret@m.example/x?token=abc"]}] | spec.registries[0].mirrors[0] must be host[:port][/prefix] without https://, such as mirror.example:5000/hub, but it is "https://***@m.example/x?***"
          [{host: a, fallback: "false"}] | spec.registries[0].fallback must be true or false, but it is the string "false": write it without quotes
          [{host: a, insecure: no}]      | spec.registries[0].insecure must be true or false, but it is the string "no"
          [{host: a, ca: {file: b}}]     | spec.registries[0].ca must be a string, but it is a mapping
          [{host: a, ca: " "}]           | spec.registries[0].ca must be a path or PEM text, but it is empty
          [{host: a, concurrency: "32"}] | spec.registries[0].concurrency must be a whole number, but it is the string "32": write it without quotes
          [{host: a, concurrency: 1.5}]  | spec.registries[0].concurrency must be a whole number, but it is the number 1.5
          [{host: a, concurrency: 0}]    | spec.registries[0].concurrency must be 1 to 1000, but it is 0
          [{host: a, concurrency: 9999999999}] | spec.registries[0].concurrency must be a whole number, but it is the number 9999999999
          [{host: docker.io}, {host: index.docker.io}] | spec.registries has index.docker.io twice: put its settings into one entry
          [{host: a}, {host: "a:443"}] | spec.registries has a:443 twice: put its settings into one entry
          [{host: a}, {host: b}, {host: a}] | spec.registries has a twice: put its settings into one entry
          """)
  void a_wrong_registry_is_told_by_its_index(String registries, String message) {
    assertThat(Written.wrongDigester("spec:\n  registries: " + registries + "\n"))
        .isEqualTo("c.yaml, line 4: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          setters: [a]                   | spec.setters must be a mapping, but it is a list
          setters: {a: {b: c}}           | spec.setters.a must be a string or a list, but it is a mapping
          setters: {a: [[b]]}            | spec.setters.a must hold texts only, no lists or mappings
          setterSchema: {a: string}      | spec.setterSchema.a must be a mapping, but it is the string "string"
          setterSchema: {a: {type: str}} | spec.setterSchema.a.type must be string, integer, number, boolean or array, but it is "str"
          setterSchema: {a: {required: "true"}} | spec.setterSchema.a.required must be true or false, but it is the string "true": write it without quotes
          setterSchema: {a: {enum: b}}   | spec.setterSchema.a.enum must be a list, but it is the string "b"
          setterSchema: {a: {enum: [[b]]}}      | spec.setterSchema.a.enum[0] must hold texts only, no lists or mappings
          setterSchema: {a: {pattern: "["}}     | spec.setterSchema.a.pattern must be a regular expression as Go reads it, but "[" is not: missing closing ]
          setterSchema: {a: {pattern: "(a)\\\\1"}}     | spec.setterSchema.a.pattern must be a regular expression as Go reads it, without lookarounds and back references, but "(a)\\1" is not: invalid escape sequence: "\\1"
          setterSchema: {a: {description: 1}}   | spec.setterSchema.a.description must be a string, but it is the number 1: write "1"
          settersFrom: [{name: a}]              | spec.settersFrom[0].kind is missing
          settersFrom: [{kind: ConfigMap}]      | spec.settersFrom[0].name is missing
          settersFrom: [{kind: Secret, name: a}] | spec.settersFrom[0].kind must be ConfigMap, but it is "Secret"
          settersFrom: [{kind: ConfigMap, name: ""}] | spec.settersFrom[0].name must not be empty
          images: [{newTag: "1"}]        | spec.images[0].name is missing, or prefix
          images: [{name: a, prefix: b, newPrefix: c}] | spec.images[0].name and prefix exclude each other
          images: [{prefix: b}]          | spec.images[0].newPrefix is missing
          images: [{prefix: "", newPrefix: b}] | spec.images[0].prefix must not be empty
          images: [{name: a, newPrefix: b}] | spec.images[0].newPrefix needs prefix in place of name
          images: [{prefix: a, newPrefix: b, newTag: c}] | spec.images[0].prefix takes newPrefix and where only; use another entry for the rest
          images: [{name: a, newTag: 1.27}] | spec.images[0].newTag must be a string, but it is the number 1.27: write "1.27"
          images: [{name: a, newTag: true}] | spec.images[0].newTag must be a string, but it is the boolean true: write "true"
          images: [{name: "(", nameRegex: true}] | spec.images[0].name must be a regular expression as Go reads it, but "(" is not: missing closing )
          images: [{name: "(?!a).*", nameRegex: true}] | spec.images[0].name must be a regular expression as Go reads it, without lookarounds and back references, but "(?!a).*" is not: invalid or unsupported Perl syntax: "(?!"
          images: [{name: a, where: web}] | spec.images[0].where must be a mapping, but it is the string "web"
          fields: [{kind: Widget}]       | spec.fields[0].path is missing
          fields: [{path: a//b}]         | spec.fields[0].path must be a path of keys, key[], key[name=GLOB] and * between slashes, but "a//b" has an empty part
          fields: [{path: "a[1]"}]       | spec.fields[0].path must be a path of keys, key[], key[name=GLOB] and * between slashes, but "a[1]" has "a[1]"
          fields: [{path: a, pattern: b}] | spec.fields[0].pattern must have a group in parentheses that holds the reference, but it is "b"
          fields: [{path: a, pattern: "(?=a)(b)"}] | spec.fields[0].pattern must be a regular expression as Go reads it, without lookarounds and back references, but "(?=a)(b)" is not: invalid or unsupported Perl syntax: "(?="
          fields: [{path: a, pattern: "((a{100}){101})"}] | spec.fields[0].pattern must be a regular expression of at most 10,000 steps and 1,000 nested groups, but "((a{100}){101})" has more with its repeats written out: repeat less
          fields: [{path: a, format: yaml}] | spec.fields[0].format and innerPath must be given together
          fields: [{path: a, format: toml, innerPath: b}] | spec.fields[0].format must be yaml or json, but it is "toml"
          fields: [{path: a, create: 1}] | spec.fields[0].create must be true or false, but it is the number 1
          """)
  void a_wrong_entry_is_told_by_its_place(String spec, String message) {
    assertThat(Written.wrongDigester("spec:\n  " + spec + "\n"))
        .isEqualTo("c.yaml, line 4: " + message);
  }

  @Test
  void the_line_is_that_of_the_key_however_deep_it_stands() {
    assertThat(
            Written.wrongDigester(
                """
                # a comment
                spec:
                  registries:
                  - host: docker.io
                    mirrors:
                    - m.example

                    - 1
                """))
        .startsWith("c.yaml, line 10: spec.registries[0].mirrors[1] must be a string");
    assertThat(
            Written.wrongDigester(
                """
                spec:
                  resolve: true

                  registry:
                    - host: a
                """))
        .startsWith("c.yaml, line 6: spec.registry is unknown");
    assertThat(
            Written.wrongDigester(
                """
                spec:
                  images:
                  - name: nginx
                    newTag: &tag 1.27
                """))
        .startsWith("c.yaml, line 6: spec.images[0].newTag must be a string");
  }

  @Test
  void a_key_that_is_there_twice_is_refused_on_its_second_line() {
    assertThat(Written.wrongDigester("spec:\n  skip: []\n  resolve: true\n  skip: []\n"))
        .isEqualTo("c.yaml, line 6: spec.skip is a duplicate: remove one");
    assertThat(Written.wrongDigester("spec:\n  setters: {a: b, a: c}\n"))
        .isEqualTo("c.yaml, line 4: spec.setters.a is a duplicate: remove one");
    assertThat(Written.wrongDigester("spec: {}\nspec: {}\n"))
        .isEqualTo("c.yaml, line 4: spec is a duplicate: remove one");
  }

  @Test
  void the_message_is_one_line_whatever_the_key() {
    assertThat(Written.wrongDigester("spec: {\"xy\\nzzy\": 1}\n"))
        .startsWith("c.yaml, line 3: spec.xy zzy is unknown");
  }

  @Test
  void a_key_that_is_not_a_text_is_refused() {
    assertThat(Written.wrongDigester("spec:\n  setters:\n    [a]: b\n"))
        .isEqualTo("c.yaml, line 5: spec.setters has a key that is not a string");
  }
}
