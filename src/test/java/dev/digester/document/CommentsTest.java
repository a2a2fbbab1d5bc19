package dev.digester.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.document.index.NodeIndex;
import dev.digester.document.read.Documents;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommentsTest {
  /** The line comment of each node that has one, as {@code node's text=comment}. */
  private static List<String> lines(String text) {
    Document document = Documents.read(SourceText.of(text));
    Comments comments = document.comments();
    NodeIndex index = document.index();
    return java.util.stream.IntStream.range(0, index.size())
        .boxed()
        .flatMap(slot ->
            comments.line(slot).stream()
                .map(at ->
                    document.source().text(index.span(slot)).strip() + "=" + comments.text(at)))
        .toList();
  }

  private static List<String> heads(String text, String node) {
    Document document = Documents.read(SourceText.of(text));
    NodeIndex index = document.index();
    int slot = 0;
    while (!document.source().text(index.span(slot)).equals(node)) {
      slot++;
    }
    return document.comments().head(slot).stream().map(document.source()::text).toList();
  }

  @Test
  void follow_the_node_on_its_line() {
    assertThat(lines("a: \"x\" # {\"$kpt-set\": \"image\"}\r\n"))
        .containsExactly("\"x\"={\"$kpt-set\": \"image\"}");
    assertThat(lines("a: x\t#c\n")).containsExactly("x=c");
    assertThat(lines("a: x#c\nb: 'y'\n")).isEmpty();
    assertThat(lines("- *a # c\n".replace("*a", "&a"))).containsExactly("=c");
    assertThat(lines("[a, # one\n b # two\n] # three\n"))
        .containsExactly("[a, # one\n b # two\n]=three", "a=one", "b=two");
    assertThat(lines("a: &x y\nb: *x # c\n")).containsExactly("*x=c");
  }

  @Test
  void follow_a_key_whose_value_is_on_later_lines() {
    assertThat(lines("env: # c\n- a\n")).containsExactly("env=c");
    assertThat(lines("env: &x !!seq # c\n- a\n")).containsExactly("env=c");
    assertThat(lines("env: # c\n")).containsExactly("env=c", "=c");
    assertThat(lines("? a # c\n: b\n")).containsExactly("a=c");
  }

  @Test
  void follow_the_header_of_a_block_scalar() {
    assertThat(lines("a: |- # c\n  x # text\n# d\n")).containsExactly("|- # c\n  x # text=c");
    assertThat(lines("a: |\n  x # text")).isEmpty();
    assertThat(lines("a: |")).isEmpty();
  }

  @Test
  void stand_above_the_node() {
    String text =
        "# one\n\n  # two\na: 1 # line\n# three\nb:\n  # four\n- # five\n  c: |\n    x\n# six\n  d: {e: f}\n";

    assertThat(heads(text, "a")).containsExactly("# one", "# two");
    assertThat(heads(text, "b")).containsExactly("# three");
    assertThat(heads(text, "1")).isEmpty();
    assertThat(heads(text, "c")).containsExactly("# four", "# five");
    assertThat(heads(text, "d")).containsExactly("# six");
    assertThat(heads("[ # one\n# two\na]", "a")).containsExactly("# two");
    assertThat(heads("- []\n# one\n- a#b\n", "a#b")).containsExactly("# one");
    assertThat(heads("a: |\n  x\n# one\nb: c\n", "b")).containsExactly("# one");
  }

  @Test
  void stand_after_the_last_node() {
    Document document = Documents.read(SourceText.of("a: 1 # line\n# foot\n"));
    Document literal = Documents.read(SourceText.of("a: |\n  x\n# foot\n"));

    assertThat(document.comments().foot()).containsExactly(new Span(12, 18));
    assertThat(literal.comments().foot()).containsExactly(new Span(9, 15));
    assertThat(Documents.read(SourceText.of("# only")).comments().foot())
        .containsExactly(new Span(0, 6));
  }

  @Test
  void are_found_from_a_view() {
    Mapping root = (Mapping) Documents.read(SourceText.of("# h\na: b # c\n")).roots().getFirst();
    Node b = root.get(Key.of("a")).orElseThrow();

    assertThat(b.lineComment()).contains(new Span(9, 12));
    assertThat(root.headComments()).containsExactly(new Span(0, 3));
    assertThat(root.lineComment()).isEmpty();
  }

  @Test
  void are_unknown_to_json() {
    assertThat(lines("{\"a\": \"x # y\"}")).isEmpty();
  }

  @Test
  void comments_are_found_by_how_they_begin_with_the_node_that_they_follow() {
    Document document =
        Documents.read(
            SourceText.of(
                """
                # m above
                a: b # m scalar
                c: # m key
                - d: [e, f] # m flow
                g: "# m no"
                h: | # m header
                  # m no
                i: # m empty
                """));
    assertThat(
            document.comments().beginningWith("# m ").stream()
                .map(found ->
                    document.source().text(document.index().span(found.slot()))
                        + " <- "
                        + document.comments().text(found.comment())))
        .containsExactly(
            "b <- m scalar",
            "c <- m key",
            "[e, f] <- m flow",
            "| # m header\n  # m no\n <- m header",
            " <- m empty");
  }
}
