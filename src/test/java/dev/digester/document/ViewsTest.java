package dev.digester.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.document.index.NodeKind;
import dev.digester.document.read.Documents;
import dev.digester.document.text.SourceText;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewsTest {
  private static Mapping mapping(String text) {
    return (Mapping) Documents.read(SourceText.of(text)).roots().getFirst();
  }

  /** What is under a key, looked for only and together with another one. */
  private static String get(Mapping mapping, String key) {
    Key wanted = Key.of(key);
    String value = mapping.scalar(wanted).map(Scalar::value).orElse("absent");
    KeyedValues values = mapping.under(Key.of("another"), wanted);
    assertThat(values.scalar(wanted).map(Scalar::value).orElse("absent")).isEqualTo(value);
    assertThat(values.mapping(wanted)).isEqualTo(mapping.mapping(wanted));
    return value;
  }

  @Test
  void the_last_of_two_keys_counts() {
    Mapping root = mapping("a: 1\nb: 2\na: 3\n");

    assertThat(get(root, "a")).isEqualTo("3");
    assertThat(root.getAll(Key.of("a"))).hasSize(2);
    assertThat(root.get(Key.of("c"))).isEmpty();
    assertThat(root.getAll(Key.of("c"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "image",
    "'image'",
    "\"image\"",
    "\"im\\x61ge\"",
    "\"im\\u0061ge\"",
    "!!str image",
    "&x image"
  })
  void a_key_is_found_however_it_is_written(String key) {
    assertThat(get(mapping(key + ": x\n"), "image")).isEqualTo("x");
  }

  @Test
  void keys_that_need_decoding_are_decoded() {
    assertThat(get(mapping("? |-\n  a\n: x\n"), "a")).isEqualTo("x");
    assertThat(get(mapping("'it''s': x\n"), "it's")).isEqualTo("x");
    assertThat(get(mapping("'it''s': x\n"), "it''s")).isEqualTo("absent");
    assertThat(get(mapping("it''s: x\n"), "it''s")).isEqualTo("x");
    assertThat(get(mapping("? a\n  b\n: x\n"), "a b")).isEqualTo("x");
    assertThat(get(mapping("{? a\n  b : x}\n"), "a b")).isEqualTo("x");
    assertThat(get(mapping("{ab: x}\n"), "a")).isEqualTo("absent");
    assertThat(get(mapping("ab: x\n"), "a")).isEqualTo("absent");
    assertThat(get(mapping("? [a]\n: x\n"), "a")).isEqualTo("absent");
    assertThat(get(mapping("a: &k b\n*k : x\n"), "b")).isEqualTo("x");
  }

  @Test
  void merged_entries_stand_after_own_ones_and_earlier_before_later() {
    Mapping root =
        mapping(
            """
            a: &a {x: 1, y: 1}
            b: &b
              !!merge <<: *a
              y: 2
              z: 2
            c: {<<: [*b, *a, {w: 5}, 7], z: 3}
            d: {<<: *a, !<tag:yaml.org,2002:merge> <<: {v: 4}}
            e: {"<<": *a, !!str <<: *a}
            f: {<<: text}
            """);
    Mapping c = root.mapping(Key.of("c")).orElseThrow();
    Mapping d = root.mapping(Key.of("d")).orElseThrow();
    Mapping e = root.mapping(Key.of("e")).orElseThrow();

    assertThat(List.of(get(c, "x"), get(c, "y"), get(c, "z"), get(c, "w"), get(c, "q")))
        .containsExactly("1", "2", "3", "5", "absent");
    assertThat(List.of(get(d, "x"), get(d, "v"))).containsExactly("1", "4");
    assertThat(get(e, "x")).isEqualTo("absent");
    assertThat(get(root.mapping(Key.of("f")).orElseThrow(), "x")).isEqualTo("absent");
    assertThat(c.entries()).extracting(Mapping.Entry::isMerge).containsExactly(true, false);
  }

  @Test
  void a_look_up_through_many_merges_ends_soon() {
    StringBuilder text = new StringBuilder("m0: &m0 {a: 1}\n");
    for (int i = 1; i <= 18; i++) {
      text.append("m%d: &m%d {<<: [*m%d, *m%d]}\n".formatted(i, i, i - 1, i - 1));
    }
    Mapping last = mapping(text.toString()).mapping(Key.of("m18")).orElseThrow();

    assertThat(get(last, "a")).isEqualTo("1");
    assertThat(get(last, "b")).isEqualTo("absent");
  }

  @Test
  void views_show_what_an_alias_names() {
    Mapping root = mapping("a: &x [1, 2]\nb: *x\nc: &y z\n");
    Node a = root.get(Key.of("a")).orElseThrow();
    Node b = root.get(Key.of("b")).orElseThrow();
    Document document = root.document();

    assertThat(b).isEqualTo(a).hasSameHashCodeAs(a);
    assertThat(document.isAliased(a)).isTrue();
    assertThat(document.isAliased(root.get(Key.of("c")).orElseThrow())).isFalse();
    assertThat(a.anchor().map(document.source()::text)).contains("&x");
    Mapping.Entry entry = root.entries().get(1);
    assertThat(document.index().kind(entry.valueSlot())).isEqualTo(NodeKind.ALIAS);
    assertThat(entry.value()).isEqualTo(a);
    assertThat(document.index().kind(entry.keySlot()).isScalar()).isTrue();
  }

  @Test
  void elements_are_walked_and_counted() {
    Sequence sequence =
        (Sequence) Documents.read(SourceText.of("[a, [b, c], {d: e}]")).roots().getFirst();
    List<Node> elements = sequence.elements();

    assertThat(elements)
        .hasSize(3)
        .hasOnlyElementsOfTypes(Scalar.class, Sequence.class, Mapping.class);
    assertThat(elements.get(2)).isInstanceOf(Mapping.class);
    assertThat(sequence.element(1)).containsInstanceOf(Sequence.class);
    assertThat(sequence.element(3)).isEmpty();
    assertThatThrownBy(() -> elements.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> elements.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    Iterator<Node> iterator =
        ((Sequence) Documents.read(SourceText.of("[]")).roots().getFirst()).elements().iterator();
    assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    assertThat(((Sequence) elements.get(1)).elements()).isNotEmpty();
  }

  @Test
  void typed_look_ups_find_only_their_kind() {
    Mapping root = mapping("m: {}\ns: []\nt: x\n");

    assertThat(root.mapping(Key.of("m"))).isPresent();
    assertThat(root.mapping(Key.of("s"))).isEmpty();
    assertThat(root.sequence(Key.of("s"))).isPresent();
    assertThat(root.sequence(Key.of("t"))).isEmpty();
    assertThat(root.scalar(Key.of("t"))).isPresent();
    assertThat(root.scalar(Key.of("m"))).isEmpty();
    assertThat(Key.of("t")).hasToString("t");
  }

  @ParameterizedTest
  @CsvSource({
    "a:,true",
    "a: ~,true",
    "a: Null,true",
    "a: !!str,false",
    "a: '',false",
    "a: nil,false"
  })
  void null_is_plain_and_untagged(String text, boolean isNull) {
    assertThat(mapping(text).scalar(Key.of("a")).orElseThrow().isNull()).isEqualTo(isNull);
  }

  @Test
  void nodes_know_line_kind_and_place() {
    Mapping root = mapping("\na: x\nb:\n- 'y'\n");
    Scalar y = (Scalar) root.sequence(Key.of("b")).orElseThrow().elements().getFirst();

    assertThat(y.line()).isEqualTo(4);
    assertThat(y.kind()).isEqualTo(NodeKind.SINGLE_QUOTED);
    assertThat(y.is(Key.of("y"))).isTrue();
    assertThat(root.document().index().isKey(1)).isTrue();
    assertThat(root.document().index().isKey(2)).isFalse();
    assertThat(root.tag()).isEmpty();
  }

  @Test
  void values_are_looked_for_in_one_pass_and_no_others_are_known() {
    Mapping root = mapping("a: 1\nb: {a: 2}\na: 3\n");
    Key a = Key.of("a");
    Key b = Key.of("b");
    KeyedValues values = root.under(a, b);

    assertThat(values.scalar(a).map(Scalar::value)).contains("3");
    assertThat(values.mapping(a)).isEmpty();
    assertThat(values.mapping(b).map(inner -> get(inner, "a"))).contains("2");
    assertThatThrownBy(() -> values.scalar(Key.of("c")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void each_document_of_a_stream_has_its_root() {
    List<Node> roots = Documents.read(SourceText.of("a\n---\n---\n[b]\n")).roots();

    assertThat(roots).hasSize(3);
    assertThat(((Scalar) roots.get(1)).isNull()).isTrue();
    assertThat(Documents.read(SourceText.of("# nothing\n")).roots()).isEmpty();
  }
}
