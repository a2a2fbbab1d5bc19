package dev.digester.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.krm.Result;
import dev.digester.krm.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewriteImagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: nginx, newTag: '2'                       | nginx                | nginx:2
          name: nginx, newTag: '2'                       | nginx:1              | nginx:2
          name: nginx, newTag: '2'                       | nginx:1@sha256:ab    | nginx:2
          name: nginx, newTag: '2'                       | nginx@sha256:ab      | nginx:2
          name: nginx, newName: b/n                      | nginx:1              | b/n:1
          name: nginx, newName: b/n                      | nginx@sha256:ab      | b/n@sha256:ab
          name: nginx, newName: b/n                      | nginx:1@sha256:ab    | b/n:1@sha256:ab
          name: nginx, digest: sha256:cd                 | nginx:1              | nginx@sha256:cd
          name: nginx, digest: sha256:cd                 | nginx:1@sha256:ab    | nginx@sha256:cd
          name: nginx, newTag: '2', digest: sha256:cd    | nginx:1              | nginx:2@sha256:cd
          name: nginx, newTag: '1.10'                    | nginx                | nginx:1.10
          name: nginx, tagSuffix: -s                     | nginx:1@sha256:ab    | nginx:1-s
          name: nginx, tagSuffix: -s                     | nginx                | nginx:-s
          name: nginx, tagSuffix: -s, newTag: '2'        | nginx:1              | nginx:2
          name: nginx, newName: '', newTag: '2'          | nginx:1              | nginx:2
          name: nginx, newTag: '2'                       | docker.io/nginx:1    | docker.io/nginx:1
          name: nginx, newTag: '2'                       | nginx-x:1            | nginx-x:1
          name: nginx, newTag: '2'                       | nginx:1/x            | nginx:1/x
          name: nginx, newTag: '2'                       | nginx:{TAG}          | nginx:2
          name: nginx, newTag: '2'                       | nginx:${TAG}         | nginx:${TAG}
          name: nginx, newTag: '2'                       | nginx@sha512:ab      | nginx:2
          name: nginx, newTag: '2'                       | nginx@multihash+base58:ab | nginx:2
          name: nginx, newTag: '2'                       | nginx@ab             | nginx@ab
          name: 'r:5000/nginx', newTag: '2'              | r:5000/nginx:1       | r:5000/nginx:2
          name: 'r:5000/nginx', newName: n               | r:5000/nginx:1       | n:1
          name: 'nginx:1', newTag: '2'                   | nginx:1@sha256:ab    | nginx:2
          name: ng.nx, newTag: '2'                       | nginx:1              | nginx:1
          name: ng(x, newTag: '2'                        | ng(x:1               | ng(x:2
          name: ng.nx, nameRegex: true, newTag: '2'      | nginx:1              | nginx:2
          name: 'ng', nameRegex: true, newTag: '2'       | nginx:1              | nginx:1
          prefix: docker.io/, newPrefix: m.example/hub/  | docker.io/a/b:1      | m.example/hub/a/b:1
          prefix: docker.io/, newPrefix: m.example/hub/  | a/b:1                | a/b:1
          """)
  void an_entry_rewrites_what_it_matches(String entry, String image, String expected) {
    assertThat(Rewriting.image("{" + entry + "}", image)).isEqualTo(expected);
  }

  @Test
  void what_is_not_a_list_stands_for_a_list_of_itself_where_kustomize_goes_by_path() {
    String items =
        """
        - kind: Widget
          spec:
            containers: {image: a:1}
            template: {spec: {initContainers: {image: a:1}, volumes: {image: {reference: a:1}}}}
            main: {image: a:1}
            text: a:1
            deeper: {containers: {image: a:0}}
        """;
    String spec =
        "{images: [{name: a, newTag: '2'}], fields: [{path: 'spec/main[]/image'}, {path: 'spec/text[]'}]}";
    assertThat(Rewriting.of(spec, items).items()).isEqualTo(items.replace("a:1", "a:2"));
  }

  @Test
  void an_expression_is_for_all_of_a_name_with_each_of_its_alternatives() {
    String entry = "{name: 'a|b', nameRegex: true, newTag: '2'}";
    assertThat(Rewriting.image(entry, "a:1")).isEqualTo("a:2");
    assertThat(Rewriting.image(entry, "b:1")).isEqualTo("b:2");
    assertThat(Rewriting.image(entry, "ab:1")).isEqualTo("ab:1");
    assertThat(Rewriting.image(entry, "a/x:1")).isEqualTo("a/x:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: a, newName: b}, {name: b, newTag: '2'}                          | a:1 | b:2
          {name: b, newTag: '2'}, {name: a, newName: b}                          | a:1 | b:1
          {name: a, newName: b}, {name: b, newName: a}                           | a:1 | a:1
          {name: a, newTag: '2'}, {name: a, tagSuffix: -x}                       | a:1 | a:2-x
          {name: a, newName: b}, {prefix: b, newPrefix: c/b}, {name: c/b, newTag: '3'} | a:1 | c/b:3
          {name: a, newName: b}, {name: '.*', nameRegex: true, newTag: '4'}, {name: b, newName: c} | a:1 | c:4
          """)
  void entries_work_in_order_each_on_the_result_of_the_one_before(
      String entries, String image, String expected) {
    assertThat(Rewriting.image(entries, image)).isEqualTo(expected);
  }

  @Test
  void the_default_places_are_kustomizes() {
    String items =
        """
        - kind: Any
          spec:
            containers: [{image: a}]
            initContainers: [{image: a}]
            ephemeralContainers: [{image: a}]
            volumes: [{image: {reference: a}}]
            template: {spec: {containers: [{image: a}], volumes: [{image: {reference: a}}]}}
            jobTemplate: {spec: {template: {spec: {volumes: [{image: {reference: a}}]}}}}
            deep: [{er: {containers: [{image: a}, {image: a}]}}]
            image: a
        - kind: CustomResourceDefinition
          spec: {containers: [{image: a}]}
        - kind: List
          items:
          - {kind: Pod, spec: {containers: [{image: a}], volumes: [{image: {reference: a}}]}}
          - {kind: CustomResourceDefinition, spec: {containers: [{image: a}]}}
        """;
    assertThat(Rewriting.of("{images: [{name: a, newName: b}]}", items).items())
        .isEqualTo(
            """
            - kind: Any
              spec:
                containers: [{image: b}]
                initContainers: [{image: b}]
                ephemeralContainers: [{image: a}]
                volumes: [{image: {reference: b}}]
                template: {spec: {containers: [{image: b}], volumes: [{image: {reference: b}}]}}
                jobTemplate: {spec: {template: {spec: {volumes: [{image: {reference: a}}]}}}}
                deep: [{er: {containers: [{image: b}, {image: b}]}}]
                image: a
            - kind: CustomResourceDefinition
              spec: {containers: [{image: a}]}
            - kind: List
              items:
              - {kind: Pod, spec: {containers: [{image: b}], volumes: [{image: {reference: b}}]}}
              - {kind: CustomResourceDefinition, spec: {containers: [{image: a}]}}
            """);
  }

  @Test
  void what_is_not_an_image_stays_as_it_is() {
    String items =
        """
        - kind: Pod
          spec:
            containers:
            initContainers: [{name: a}, {image: }, {image: {{ x }}}, {image: [a]}, a, ~]
        """;
    assertThat(Rewriting.of("{images: [{name: a, newName: b}]}", items).items()).isEqualTo(items);
  }

  @Test
  void a_suffix_is_appended_once_though_two_ways_lead_to_the_field() {
    assertThat(Rewriting.image("{name: a, tagSuffix: -s}", "a:1")).isEqualTo("a:1-s");
  }

  @Test
  void an_anchored_image_is_rewritten_once_at_its_anchor() {
    String items =
        """
        - kind: Pod
          spec:
            containers:
            - &c {image: &i a:1}
            - {image: *i}
            - *c
            - {<<: *c, name: d}
        """;
    assertThat(Rewriting.of("{images: [{name: a, tagSuffix: -s}]}", items).items())
        .isEqualTo(items.replace("a:1", "a:1-s"));
  }

  @Test
  void each_change_is_a_result_with_the_old_and_the_new_text() {
    Rewriting run =
        Rewriting.of(
            "{images: [{name: a, newTag: '2'}, {name: a, newName: b}]}",
            "- {kind: Pod, spec: {containers: [{image: a:1}]}}\n");
    assertThat(run.messages()).containsExactly("set image a:1 to b:2");
    assertThat(run.results().getFirst().field())
        .contains(Result.Field.changed("spec.containers[0].image", "a:1", "b:2"));
  }

  @Test
  void an_entry_that_is_for_no_image_is_a_warning() {
    Rewriting run =
        Rewriting.of(
            "{images: [{name: a, newTag: '1'}, {name: x, newTag: '1'}, {prefix: y/, newPrefix: z/}]}",
            "- {kind: Pod, spec: {containers: [{image: a:1}]}}\n");
    assertThat(run.messages())
        .containsExactly(
            "spec.images[1] (name x) matches no image: correct it or remove it",
            "spec.images[2] (prefix y/) matches no image: correct it or remove it");
    assertThat(run.results()).allMatch(result -> result.severity() == Severity.WARNING);
  }

  @Test
  void the_warning_names_an_image_whose_path_is_written_otherwise() {
    assertThat(
            Rewriting.of(
                    "{images: [{name: nginx, newTag: '2'}, {name: library/nginx, newTag: '2'}]}",
                    "- {kind: Pod, spec: {containers: [{image: docker.io/library/nginx:1}]}}\n")
                .messages())
        .containsExactly(
            "spec.images[0] (name nginx) matches no image: there is docker.io/library/nginx, written so: correct it or remove it",
            "spec.images[1] (name library/nginx) matches no image: there is docker.io/library/nginx, written so: correct it or remove it");
  }

  /** Case 06: kpt writes files in place, and runs the same rules on them again. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: g, tagSuffix: -alpine}                           | g:1.0                | g:1.0-alpine
          {name: g, newName: r/g, tagSuffix: -alpine}             | g:1.0                | r/g:1.0-alpine
          {name: '.*g', nameRegex: true, newName: r/g, tagSuffix: -x} | g:1.0@sha256:ab  | r/g:1.0-x
          {name: g, tagSuffix: -alpine}                           | g                    | g:-alpine
          {name: g, tagSuffix: -alpine}                           | g:1.0-alpine@sha256:ab | g:1.0-alpine@sha256:ab
          {name: g, newTag: '2'}                                  | g:2@sha256:ab        | g:2@sha256:ab
          {name: g, newTag: '2'}                                  | g:1@sha256:ab        | g:2
          {name: g, newName: h, newTag: '2'}                      | g:2@sha256:ab        | h:2
          {prefix: ghcr.io/, newPrefix: ghcr.io/mirror/}          | ghcr.io/org/app:1    | ghcr.io/mirror/org/app:1
          {prefix: docker.io/, newPrefix: m.example/docker.io/}   | docker.io/a:1        | m.example/docker.io/a:1
          {prefix: a/, newPrefix: a/a/}                           | a/b:1                | a/a/b:1
          {name: ghcr.io/app, newName: ghcr.io/mirror/app}        | ghcr.io/app:1        | ghcr.io/mirror/app:1
          {name: a, newName: b}, {name: b, newName: c}            | a:1                  | c:1
          {name: a, newTag: '2', digest: 'sha256:cd'}             | a:1                  | a:2@sha256:cd
          {name: a, digest: 'sha256:cd'}                          | a:1@sha256:ab        | a@sha256:cd
          {name: a, newTag: '2'}, {name: a, tagSuffix: -x}        | a:1                  | a:2-x
          {name: a, newTag: '2'}, {name: a, tagSuffix: -x}        | a:2-x@sha256:ab      | a:2-x@sha256:ab
          {name: a, newName: b, newTag: '2'}                      | b:2@sha256:ab        | b:2@sha256:ab
          """)
  void a_second_run_of_the_same_package_changes_nothing_and_says_nothing(
      String entries, String image, String expected) {
    assertThat(Rewriting.image(entries, image)).isEqualTo(expected);
    Rewriting second =
        Rewriting.of(
            "{images: [" + entries + "]}",
            "- {kind: Pod, spec: {containers: [{image: '" + expected + "'}]}}\n");
    assertThat(second.items()).contains("'" + expected + "'");
    assertThat(second.results()).isEmpty();
  }

  @Test
  void an_entry_whose_new_tag_is_not_there_has_not_done_its_work() {
    assertThat(
            Rewriting.of(
                    "{images: [{name: a, newName: b, newTag: '2'}]}",
                    "- {kind: Pod, spec: {containers: [{image: b:1}]}}\n")
                .messages())
        .containsExactly("spec.images[0] (name a) matches no image: correct it or remove it");
  }
}
