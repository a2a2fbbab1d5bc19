package dev.digester.setters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields whose patterns have names without a value, which are read from the field. */
class ReadingsTest {
  private static final String A = "a".repeat(64);

  private static String applied(String data, String value, String pattern) {
    String field = "a: " + value + " # kpt-set: " + pattern;
    Fields fields = Fields.applied(data.replace(", ", "\n"), field);
    String text = fields.text();
    return fields.failed()
        ? fields.messages().toString().replaceAll(".*values for setters (.*) must be.*", "$1")
        : text.substring("a: ".length(), text.indexOf(" # "));
  }

  @ParameterizedTest(name = "case 01: {1} # {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          var1: foo-bar              | prefix-foo-bar-foo2-bar2      | prefix-${var1}-${var2}
          project-id: my-project-123 | my-project-123-gcr-io-private | ${project-id}-${zone-name}-private
          domain: b.example.com      | a.b.example.com               | ${sub}.${domain}
          root: x                    | /x/y/z                        | /${root}/${leaf}
          registry: ghcr.io          | ghcr.io/org/app:1             | ${registry}/${repo}:${tag}
          repo: org/app              | ghcr.io/org/app:1             | ${registry}/${repo}:${tag}
          suffix: ''                 | app-1                         | app-${n}${suffix}
          x: 1, y: 2                 | 1-0-2                         | ${x}-${z}-${y}
          """)
  void nothing_changes_where_a_reading_has_all_given_values(
      String data, String value, String pattern) {
    assertThat(applied(data, value, pattern)).isEqualTo(value);
  }

  @ParameterizedTest(name = "case 02: {1} # {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tag: '1.28'  | localhost:5000/nginx           | ${image}:${tag}                | [${image}]
          version: '2' | localhost:5000/nginx           | ${image}:${version}-${flavour} | [${image} ${flavour}]
          version: '2' | localhost:5000/ng-inx          | ${image}:${version}-${flavour} | [${image} ${flavour}]
          version: '2' | mirror.example/nginx:1.0-x     | nginx:${version}-${flavour}    | [${flavour}]
          version: '2' | nginx:1.0-x@latest             | nginx:${version}-${flavour}    | nginx:2-x@latest
          tag: '2'     | say nginx:1                    | nginx:${tag}${more}            | [${more}]
          n: b         | one-a-two                      | one-${n}-${m}-post             | [${m}]
          tag: '2'     | "nginx:1\\nnginx:1"            | ${image}:${tag}                | [${image}]
          """)
  void what_the_pattern_does_not_cover_cannot_be_read(
      String data, String value, String pattern, String expected) {
    assertThat(applied(data, value, pattern)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tld: org      | app.dev.example.com         | ${x}.${y}.${tld}              | [${x} ${y}]
          y: z          | pre-one-two-post            | ${x}-${y}-post                | [${x}]
          registry: r   | ghcr.io/org/app:1           | ${registry}/${repo}:${tag}    | [${repo} ${tag}]
          tag: '2'      | a:1:1                       | ${image}:${tag}               | [${image}]
          prefix: p-    | app                         | ${prefix}${name}              | [${name}]
          host: h       | http://a.example/b/c        | http://${host}/${path}        | [${path}]
          host: h       | http://a.example/b          | http://${host}/${path}        | http://h/b
          """)
  void several_readings_that_make_different_values_are_an_error(
      String data, String value, String pattern, String expected) {
    assertThat(applied(data, value, pattern)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tag: '2'      | localhost:5000/nginx:1.27   | ${image}:${tag}               | localhost:5000/nginx:2
          tag: '2'      | ghcr.io/org/app:1           | ${registry}/${repo}:${tag}    | ghcr.io/org/app:2
          tag: '2'      | localhost:5000/a/b/c:1      | ${registry}/${repo}:${tag}    | localhost:5000/a/b/c:2
          tag: '2'      | localhost:5000/a/b:1        | ${host}:${port}/${repo}:${tag}| localhost:5000/a/b:2
          port: '81'    | http://localhost:80/a:b     | http://${h}:${port}/${path}   | http://localhost:81/a:b
          tag: '2'      | a/a:1                       | ${n}/${n}:${tag}              | a/a:2
          tag: '2'      | a/b:1                       | ${n}/${n}:${tag}              | [${n} ${n}]
          """)
  void readings_that_make_the_same_value_count_as_one(
      String data, String value, String pattern, String expected) {
    assertThat(applied(data, value, pattern)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          image: x, tag: '2' | what: ever, at/all:  | ${image}:${tag} | x:2
          tag: '2'           | nginx:latest:x/y     | nginx:${tag}    | nginx:2
          """)
  void nothing_is_read_where_every_name_is_given(
      String data, String value, String pattern, String expected) {
    assertThat(applied(data, "'" + value + "'", pattern)).isEqualTo("'" + expected + "'");
  }

  @Test
  void case_03_a_digest_stays_where_nothing_changes_and_is_not_a_part_of_a_reading() {
    String pinned = "ghcr.io/org/app:1@sha256:" + A;
    String pattern = "${registry}/${repo}:${tag}";
    assertThat(applied("repo: org/app", pinned, pattern)).isEqualTo(pinned);
    assertThat(applied("tag: '1'", pinned, pattern)).isEqualTo(pinned);
    assertThat(applied("tag: '2'", pinned, pattern)).isEqualTo("ghcr.io/org/app:2");
    assertThat(applied("tag: '2'", "nginx@sha256:" + A, "${image}:${tag}")).isEqualTo("[${image}]");
  }

  @Test
  void no_render_ever_makes_a_field_grow_and_a_second_one_changes_nothing() {
    Random random = new Random(20261201);
    for (int i = 0; i < 20_000; i++) {
      SetterPattern pattern = SetterPattern.parse(pattern(random));
      Map<String, String> given =
          IntStream.range(0, 1 + random.nextInt(2))
              .boxed()
              .collect(
                  Collectors.toMap(
                      _ -> "n" + random.nextInt(3), _ -> text(random, 3), (a, _) -> a));
      String value = text(random, 9);
      if (FieldText.of(pattern, value, given) instanceof FieldText.Known(String first)) {
        assertThat(FieldText.of(pattern, first, given))
            .as("%s # %s with %s, then %s", value, pattern.text(), given, first)
            .isEqualTo(new FieldText.Known(first));
      }
    }
  }

  private static String pattern(Random random) {
    return IntStream.range(0, 1 + random.nextInt(3))
            .mapToObj(i -> text(random, 1) + "${n" + (random.nextInt(8) == 0 ? 0 : i) + "}")
            .collect(Collectors.joining())
        + text(random, 1);
  }

  private static String text(Random random, int most) {
    return IntStream.range(0, random.nextInt(most + 1))
        .mapToObj(_ -> List.of("a", "b", ":", "/", "-").get(random.nextInt(5)))
        .collect(Collectors.joining());
  }

  @Test
  void a_pattern_with_countless_readings_is_ambiguous_and_not_slow() {
    String pattern = "${a}${b}${c}${d}${e}${f}x";
    assertThat(applied("a: q", "x".repeat(2_000), pattern)).isEqualTo("[${b} ${c} ${d} ${e} ${f}]");
    assertThat(applied("z: q", "y".repeat(2_000), "${a}${b}${c}${d}${e}${f}${z}x"))
        .isEqualTo("[${a} ${b} ${c} ${d} ${e} ${f}]");
  }

  @ParameterizedTest(name = "case 13: {0}, {1} # {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tag: '1.28'  | r/a:1.27@DIGEST | r/a:${tag}@${digest} | r/a:1.28@DIGEST | the digest is still that of a:1.27: give setter digest a value as well, or take the digest out of the field and its comment
          i: r/b:1.27  | r/a:1.27@DIGEST | ${i}@${digest}       | r/b:1.27@DIGEST | the digest is still that of a:1.27: give setter digest a value as well, or take the digest out of the field and its comment
          tag: '1.28'  | r/a:1.27@DIGEST | r/a:${tag}@DIGEST    | r/a:1.28@DIGEST | the digest is still that of a:1.27: change it in the comment as well, or take the digest out of the field and its comment
          tag: '1.27'  | r/a:1.27@DIGEST | r/a:${tag}@${digest} | r/a:1.27@DIGEST |
          r: mirror/r  | r/a:1.27@DIGEST | ${r}/a:1.27@${digest} | mirror/r/a:1.27@DIGEST |
          """)
  void a_new_tag_before_the_digest_of_the_old_one_is_a_warning(
      String data, String value, String pattern, String expected, String warning) {
    String digest = "sha256:" + A;
    String field = "a: " + value + " # kpt-set: " + pattern;
    String setters = "setters: {" + data + "}";
    Fields fields = Fields.configured(setters, field.replace("DIGEST", digest));
    assertThat(fields.text())
        .isEqualTo(("a: " + expected + " # kpt-set: " + pattern).replace("DIGEST", digest));
    assertThat(fields.problems().stream().filter(problem -> problem.startsWith("warning")))
        .isEqualTo(warning == null ? List.of() : List.of("warning 9 a: " + warning));
  }

  @Test
  void a_digest_that_is_given_is_meant() {
    Fields fields =
        Fields.configured(
            "setters: {tag: '2', digest: 'sha256:" + A + "'}",
            "a: a:1@sha256:" + A + " # kpt-set: a:${tag}@${digest}");
    assertThat(fields.messages()).containsExactly("set field value to \"a:2@sha256:" + A + "\"");
  }
}
