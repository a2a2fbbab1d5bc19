package dev.digester.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All that is wrong with a configuration is told at once, in the order of the file. */
class AllProblemsTest {
  @Test
  void problems_of_every_kind_are_told_in_the_order_of_the_file() {
    assertThat(
            Written.wrongDigester(
                """
                kinds: 1
                spec:
                  timeout: 5m
                  skips: [a/]
                  onFailure: ignore
                  platforms:
                  - linux
                  - linux/amd64
                  - 5
                  registries:
                  - hst: docker.io
                    mirors: [m]
                  - host: 5000
                    concurrency: 0
                  - host: a
                  - host: a
                  images:
                  - {newTag: "1"}
                  - {name: "(", nameRegex: true}
                  - {name: a}
                  - {name: a, newTag: 1.27}
                  - {name: a, newTag: "1", newTag: "2"}
                  fields:
                  - {kind: Widget}
                  - {path: a//b}
                  - {path: spec.image}
                  setters: {a: {b: c}, d: e}
                """))
        .isEqualTo(
            """
            c.yaml, line 3: kinds is unknown; did you mean kind?
            c.yaml, line 5: spec.timeout must be more than 0 and at most 290s, but it is "5m"
            c.yaml, line 6: spec.skips is unknown; did you mean skip?
            c.yaml, line 7: spec.onFailure must be fail or keep, but it is "ignore"
            c.yaml, line 9: spec.platforms[0] must be os/arch or os/arch/variant such as linux/amd64, but it is "linux"
            c.yaml, line 11: spec.platforms[2] must be a string, but it is the number 5: write "5"
            c.yaml, line 12: spec.registries has a twice: put its settings into one entry
            c.yaml, line 13: spec.registries[0].hst is unknown; did you mean host?
            c.yaml, line 14: spec.registries[0].mirors is unknown; did you mean mirrors?
            c.yaml, line 15: spec.registries[1].host must be a string, but it is the number 5000: write "5000"
            c.yaml, line 16: spec.registries[1].concurrency must be 1 to 1000, but it is 0
            c.yaml, line 20: spec.images[0].name is missing, or prefix
            c.yaml, line 21: spec.images[1].name must be a regular expression as Go reads it, but "(" is not: missing closing )
            c.yaml, line 23: spec.images[3].newTag must be a string, but it is the number 1.27: write "1.27"
            c.yaml, line 24: spec.images[4].newTag is a duplicate: remove one
            c.yaml, line 26: spec.fields[0].path is missing
            c.yaml, line 27: spec.fields[1].path must be a path of keys, key[], key[name=GLOB] and * between slashes, but "a//b" has an empty part
            c.yaml, line 28: spec.fields[2].path must have slashes between keys: write spec/image, or /spec.image if that is one key
            c.yaml, line 29: spec.setters.a must be a string or a list, but it is a mapping\
            """);
  }

  @Test
  void in_a_config_map_too() {
    assertThat(
            Written.wrongConfigMap(
                """
                data:
                  resolve: "yes"
                  skips: a/
                  timeout: 5m
                  images: |
                    - {name: a, newtag: b}
                    - {newTag: c}
                  fieldSets: tekton,flux,argoo
                """))
        .isEqualTo(
            """
            c.yaml, line 4: data.resolve must be "true" or "false", but it is "yes"
            c.yaml, line 5: data.skips is unknown; did you mean skip?
            c.yaml, line 6: data.timeout must be more than 0 and at most 290s, but it is "5m"
            c.yaml, line 8: data.images[0].newtag is unknown; did you mean newTag?
            c.yaml, line 9: data.images[1].name is missing, or prefix
            c.yaml, line 10: data.fieldSets[1] must be SETS, but it is "flux"
            c.yaml, line 10: data.fieldSets[2] must be SETS, but it is "argoo"\
            """
                .replace("SETS", Words.either(words())));
  }

  private static List<String> words() {
    return Arrays.stream(FieldSet.values()).map(FieldSet::word).toList();
  }

  @Test
  void what_one_problem_leads_to_is_not_told() {
    assertThat(Written.wrongDigester("spec:\n  images: [{nam: a}]\n"))
        .isEqualTo("c.yaml, line 4: spec.images[0].nam is unknown; did you mean name?");
    assertThat(Written.wrongDigester("spec:\n  fields: [{path: 1}]\n"))
        .isEqualTo(
            "c.yaml, line 4: spec.fields[0].path must be a string, but it is the number 1: write \"1\"");
    assertThat(Written.wrongDigester("spec:\n  settersFrom: [{knd: ConfigMap, name: a}]\n"))
        .isEqualTo("c.yaml, line 4: spec.settersFrom[0].knd is unknown; did you mean kind?");
  }

  @Test
  void a_hundred_are_enough() {
    StringBuilder text = new StringBuilder("spec:\n");
    IntStream.range(0, 300).forEach(i -> text.append("  unknown").append(i).append(": 1\n"));
    assertThat(Written.wrongDigester(text.toString()).lines()).hasSize(100);
  }
}
