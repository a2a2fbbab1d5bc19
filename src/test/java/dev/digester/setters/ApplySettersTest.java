package dev.digester.setters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplySettersTest {
  private static String applied(String data, String fields) {
    return Fields.applied(data, fields).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      quoteCharacter = '`',
      value = {
        "tag: '1.28'       | image: nginx:1.27 # kpt-set: nginx:${tag}      | image: nginx:1.28 # kpt-set: nginx:${tag}",
        "tag: '1.10'       | tag: \"1.9\" # kpt-set: ${tag}                 | tag: \"1.10\" # kpt-set: ${tag}",
        "tag: '1.10'       | tag: '1.9'   # kpt-set: ${tag}                 | tag: '1.10'   # kpt-set: ${tag}",
        "n: '5'            | replicas: 3 # kpt-set: ${n}                    | replicas: 5 # kpt-set: ${n}",
        "n: '5'            | note: three # kpt-set: ${n}                    | note: 5 # kpt-set: ${n}",
        "v: 'true'         | on: 'false' # kpt-set: ${v}                    | on: 'true' # kpt-set: ${v}",
        "v: ''             | a: b # kpt-set: ${v}                           | a: \"\" # kpt-set: ${v}",
        "v: ''             | a: 'b' # kpt-set: ${v}                         | a: '' # kpt-set: ${v}",
        "v: ~              | a: b # kpt-set: ${v}                           | a: \"\" # kpt-set: ${v}",
        "v: ''             | a: # kpt-set: ${v}                             | a: \"\" # kpt-set: ${v}",
        "v: x              | a: # kpt-set: ${v}                             | a: x # kpt-set: ${v}",
        "v: '${w}', w: z   | a: b # kpt-set: ${v}                           | a: ${w} # kpt-set: ${v}",
        "v: 'a: b #c'      | a: b # kpt-set: ${v}                           | a: \"a: b #c\" # kpt-set: ${v}",
        "v: 'it''s'        | a: 'b' # kpt-set: ${v}                         | a: 'it''s' # kpt-set: ${v}",
        "v: $1\\d          | a: b # kpt-set: x-${v}                         | a: x-$1\\d # kpt-set: x-${v}",
        "foo.bar-$: x      | a: b # kpt-set: ${foo.bar-$}                   | a: x # kpt-set: ${foo.bar-$}",
        "v: x              | a: {b: c} # kpt-set: ${v}                      | a: {b: c} # kpt-set: ${v}",
        "v: x              | a: &anchor b # kpt-set: ${v}                   | a: &anchor x # kpt-set: ${v}",
      })
  void a_scalar_gets_the_value_and_keeps_quotes_and_comment(
      String data, String before, String after) {
    assertThat(applied(data.replace(", ", "\n"), before)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image: nginx:1.27 # kpt-set: ${other}",
        "image: nginx:1.27 # {\"$kpt-set\":\"tag\"}",
        "image: nginx:1.27 #kpt-set: ${tag}",
        "image: nginx:1.27 # kpt-set:${tag}",
        "image: nginx:1.27 # note # kpt-set: ${tag}",
        "image: nginx:1.27 # kpt-set: tag",
        "image: 'nginx # kpt-set: ${tag}'",
        "image: # kpt-set: ${tag}\\n  nginx:1.27",
        "image: # kpt-set: ${tag}\\n  name: nginx",
        "# kpt-set: ${tag}\\nimage: nginx:1.27",
      })
  void other_comments_set_nothing(String fields) {
    Fields after = Fields.applied("tag: x", fields.replace("\\n", "\n"));
    assertThat(after.text()).isEqualTo(fields.replace("\\n", "\n"));
    assertThat(after.messages()).containsExactly("no matches for input setter(s)");
    assertThat(after.failed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tag: 2  | a: nginx:1 # kpt-set: ${image}:${tag}       | nginx:2",
        "image: b  | a: nginx:1 # kpt-set: ${image}:${tag}     | b:1",
        "tag: 2  | a: host:5000/nginx:1 # kpt-set: ${i}:${tag} | host:5000/nginx:2",
        "tld: org | a: app.example.com # kpt-set: ${x}.${y}.${tld} | app.example.org",
        "y: z    | a: pre-one-post # kpt-set: ${x}-${y}-post | pre-z-post",
        "y: z    | a: say one-two! # kpt-set: one-${y}          | one-z",
        "b: 2    | a: 1.1 # kpt-set: ${b}.${b}                 | 2.2",
      })
  void a_missing_value_is_read_from_the_field(String data, String before, String value) {
    String comment = before.substring(before.indexOf(" #"));
    assertThat(applied(data, before)).isEqualTo("a: " + value + comment);
  }

  @Test
  void a_value_that_cannot_be_read_from_the_field_is_an_error_for_each_field() {
    Fields fields =
        Fields.applied(
            "image: x",
            """
            a: nginx # kpt-set: ${image}:${tag}
            b: "nginx:" # kpt-set: ${image}:${tag}
            c: nginx:1 # kpt-set: ${image}:${tag}
            d: x # kpt-set: ${e}-${image}-${f}
            """);
    assertThat(fields.problems())
        .containsExactly(
            "error 9 a: failed to apply setters: values for setters [${tag}] must be provided",
            "error 10 b: failed to apply setters: values for setters [${tag}] must be provided",
            "error 12 d: failed to apply setters: values for setters [${e} ${f}] must be provided");
    assertThat(fields.text()).contains("c: nginx:1 #");
  }

  @Test
  void a_field_that_has_the_value_already_is_reported_as_well() {
    assertThat(Fields.applied("tag: b", "a: b # kpt-set: ${tag}").messages())
        .containsExactly("set field value to \"b\"");
  }

  @Test
  void fields_in_a_row_get_their_own_values_where_patterns_and_values_recur() {
    String fields =
        """
        a: x-1 # kpt-set: ${n}-${v}
        b: x-1 # kpt-set: ${n}-${v}
        c: y-1 # kpt-set: ${n}-${v}
        d: y-1 # kpt-set: y-${v}
        e: x-1 # kpt-set: ${n}-${v}
        """
            .strip();

    assertThat(applied("v: '2'", fields))
        .isEqualTo(fields.replace("x-1", "x-2").replace("y-1", "y-2"));
  }

  @Test
  void messages_quote_values_as_the_catalog_does() {
    assertThat(
            Fields.applied("v: \"a\\\"\\\\\\n\\té\\u0007\\u200b\"", "a: b # kpt-set: ${v}")
                .messages())
        .containsExactly("set field value to \"a\\\"\\\\\\n\\té\\x07\\u200b\"");
  }

  @Test
  void a_block_scalar_stays_one() {
    assertThat(applied("v: \"one\\ntwo\\n\"", "a: | # kpt-set: ${v}\n  old\nb: c"))
        .isEqualTo("a: | # kpt-set: ${v}\n  one\n  two\nb: c");
  }

  @Test
  void a_tag_stays_and_a_value_that_it_does_not_allow_is_an_error() {
    assertThat(applied("v: '5'", "a: !!str 3 # kpt-set: ${v}\nb: !!int 3 # kpt-set: ${v}"))
        .isEqualTo("a: !!str 5 # kpt-set: ${v}\nb: !!int 5 # kpt-set: ${v}");
    assertThat(Fields.applied("v: x", "a: !!int 3 # kpt-set: ${v}").problems())
        .containsExactly(
            "error 9 a: failed to apply setters: the field's tag does not allow \"x\": !!int");
  }

  @Test
  void both_of_two_equal_keys_are_set() {
    assertThat(applied("v: x", "a: 1 # kpt-set: ${v}\na: 2 # kpt-set: ${v}"))
        .isEqualTo("a: x # kpt-set: ${v}\na: x # kpt-set: ${v}");
  }

  @Test
  void an_alias_is_left_alone_as_in_the_catalog() {
    String fields = "a: &x b\nc: *x # kpt-set: ${v}";
    assertThat(applied("v: z", fields)).isEqualTo(fields);
  }

  @Test
  void a_value_that_is_not_a_text_is_an_error_that_names_setter_and_line() {
    assertThat(Fields.applied("v: [a]", "a: b # kpt-set: ${v}").problems())
        .containsExactly(
            "error 14 data.v: setter v must be a string: write a list as one, \"[dev, stage]\", in the"
                + " data of a ConfigMap");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tag: 1.28  | nginx:1.27@D | nginx:1.28",
        "tag: 1.27  | nginx:1.27@D | nginx:1.27@D",
        "image: bitnami/nginx | nginx:1.27@D | bitnami/nginx:1.27",
        "image: nginx | nginx:1.27@D | nginx:1.27@D",
        "tag: 1.27@D | nginx:1.26@D | nginx:1.27@D",
      })
  void a_digest_goes_with_another_image_and_stays_with_the_same(
      String data, String before, String after) {
    String digest = "sha256:" + "0123456789abcdef".repeat(4);
    assertThat(
            applied(
                data.replace("D", digest),
                "a: %s # kpt-set: ${image}:${tag}".formatted(before.replace("D", digest))))
        .isEqualTo("a: %s # kpt-set: ${image}:${tag}".formatted(after.replace("D", digest)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tag: 2   | --a=nginx:1@D --b | --a=nginx:2 --b",
        "tag: 1   | --a=nginx:1@D --b | --a=nginx:1@D --b",
        "image: b | --a=nginx:1@D --b | --a=b:1 --b",
      })
  void a_digest_within_a_longer_text_is_as_good(String data, String before, String after) {
    String digest = "sha256:" + "0123456789abcdef".repeat(4);
    String comment = " # kpt-set: --a=${image}:${tag} --b";
    assertThat(applied(data, "a: " + before.replace("D", digest) + comment))
        .isEqualTo("a: " + after.replace("D", digest) + comment);
  }

  @Test
  void a_pattern_that_speaks_of_the_digest_has_it_as_a_value() {
    String digest = "sha256:" + "0123456789abcdef".repeat(4);
    assertThat(
            applied(
                "tag: '2'", "a: nginx:1@%s # kpt-set: nginx:${tag}@${digest}".formatted(digest)))
        .isEqualTo("a: nginx:2@%s # kpt-set: nginx:${tag}@${digest}".formatted(digest));
  }
}
