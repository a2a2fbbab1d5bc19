package dev.digester.document.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.document.text.SourceText;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is done with each feature of YAML: the scan reads it, the scan hands it to the parser, or no
 * one reads it. The features are those that the YAML test suite goes through.
 */
class YamlFeaturesTest {
  private static final ReaderPair.Verdict READ = ReaderPair.Verdict.SAME;
  private static final ReaderPair.Verdict HANDED_OVER = ReaderPair.Verdict.HANDED_OVER;
  private static final ReaderPair.Verdict REFUSED = ReaderPair.Verdict.REFUSED;

  static Stream<Arguments> blockCollections() {
    return Stream.of(
        Arguments.of("mapping", "a: b\nc: d\n", READ),
        Arguments.of("nested mapping", "a:\n  b:\n    c: d\ne: f\n", READ),
        Arguments.of("sequence", "- a\n- b\n", READ),
        Arguments.of("wide sequence in a mapping", "a:\n  - b\n  - c\nd: e\n", READ),
        Arguments.of("sequence at its mapping's column", "a:\n- b\n- c\nd: e\n", READ),
        Arguments.of("mapping in a sequence", "- a: b\n  c: d\n- e: f\n", READ),
        Arguments.of("sequence in a sequence", "- - a\n  - b\n-   - c\n", READ),
        Arguments.of("element on its own line", "-\n  a: b\n-\n  - c\n", READ),
        Arguments.of("empty values", "a:\nb:\n  c:\n- \n", REFUSED),
        Arguments.of("empty values and elements", "a:\nb:\n  c:\nd:\n-\n-\n", READ),
        Arguments.of("indented root", "  a: b\n  c: d\n", READ),
        Arguments.of("duplicate keys", "a: b\na: c\n", READ),
        Arguments.of("white space before the colon", "a : b\n\"c\" : d\n", READ),
        Arguments.of("explicit key", "? a\n: b\n", HANDED_OVER),
        Arguments.of("collection as a key", "? - a\n: b\n", HANDED_OVER),
        Arguments.of("flow collection as a key", "[a]: b\n", HANDED_OVER),
        Arguments.of("missing key", "a: b\n: c\n", REFUSED),
        Arguments.of("alias as a key", "a: &x b\n*x : c\n", HANDED_OVER),
        Arguments.of("key of more than 1,000 bytes", "k".repeat(1_010) + ": a\n", HANDED_OVER),
        Arguments.of("key of more than 1,024 characters", "k".repeat(1_030) + ": a\n", REFUSED),
        Arguments.of("two values on a line", "a: b: c\n", REFUSED),
        Arguments.of("sequence after a key", "a: - b\n", REFUSED),
        Arguments.of("line between two columns", "a:\n    b: c\n  d: e\n", REFUSED),
        Arguments.of("key after a value of its column", "- a\nb: c\n", REFUSED),
        Arguments.of("tab as indentation", "a:\n\tb: c\n", REFUSED),
        Arguments.of("tab after a colon", "a:\tb\n", HANDED_OVER),
        Arguments.of("tab after a plain scalar", "a: b\t# c\n", READ));
  }

  static Stream<Arguments> scalars() {
    return Stream.of(
        Arguments.of("plain", "a: b c-d_e/f:g#h\n", READ),
        Arguments.of("plain that begins like an indicator", "- -a\n- :b\n- ?c\n", READ),
        Arguments.of("plain on several lines", "a: b\n  c\n\n  d\ne: f\n", READ),
        Arguments.of("plain that begins below its key", "a:\n  b\n  c\n", READ),
        Arguments.of("plain root on several lines", "a\nb\n", READ),
        Arguments.of("colon in a later line", "a: b\n  c: d\n", REFUSED),
        Arguments.of("text after a comment", "a: b # c\n  d\n", REFUSED),
        Arguments.of("reserved indicator", "a: @b\n", REFUSED),
        Arguments.of("single-quoted", "a: 'it''s'\n'b c': d\n", READ),
        Arguments.of("double-quoted", "a: \"b\\n\\x41\\u00e9\\U0001F600\\\"\"\n", READ),
        Arguments.of("quoted on several lines", "a: 'b\n\n  c'\nd: \"e\\\n  f\n  g\"\n", READ),
        Arguments.of("lines that end in U+0120 and U+4E09", "a: \u0120\n  \u4e09\n\n  b\n", READ),
        Arguments.of("quoted line that is not indented", "a: 'b\nc'\n", HANDED_OVER),
        Arguments.of("quoted key on several lines", "'a\n  b': c\n", REFUSED),
        Arguments.of("rare escape", "a: \"\\N\"\n", HANDED_OVER),
        Arguments.of("half a surrogate pair", "a: \"\\uDEDE [\\uEEDE\"\n", READ),
        Arguments.of("unknown escape", "a: \"\\q\"\n", REFUSED),
        Arguments.of("escape above U+10FFFF", "a: \"\\U00110000\"\n", REFUSED),
        Arguments.of("quote that is not closed", "a: \"b\n", REFUSED),
        Arguments.of("text after a quote", "a: \"b\" c\n", REFUSED),
        Arguments.of("literal", "a: |\n  b\n   c\n\n  d\ne: f\n", READ),
        Arguments.of("folded", "a: >\n  b\n  c\n", READ),
        Arguments.of("strip and keep", "a: |-\n  b\n\nc: >+\n  d\n\ne: f\n", READ),
        Arguments.of("stated indentation", "a: |2\n    b\nc: >-1\n  d\ne: |1+\n f\n", READ),
        Arguments.of("block scalar in a sequence", "- |\n a\n- b: >\n    c\n", READ),
        Arguments.of("empty block scalar", "a: |\nb: >-\n", READ),
        Arguments.of("comment in the header", "a: | # c\n  b\n", READ),
        Arguments.of("comment below a block scalar", "a: |\n  b\n# c\nd: e\n", READ),
        Arguments.of("first lines with more spaces", "a: |\n    \n  b\n", REFUSED),
        Arguments.of("tab before a literal's text", "a: |\n  \tb\n", HANDED_OVER),
        Arguments.of("literal as root", "|\n  a\n", HANDED_OVER),
        Arguments.of("text after the header", "a: | b\n", REFUSED));
  }

  static Stream<Arguments> flowCollections() {
    return Stream.of(
        Arguments.of("flow mapping", "a: {b: c, 'd': \"e\", f: , g}\n", READ),
        Arguments.of("flow sequence", "a: [b, 'c', [d], {e: f}, ]\n", READ),
        Arguments.of("empty ones", "a: {}\nb: []\n", READ),
        Arguments.of("on several lines", "a: [\n  b, # c\n\n  d\n  e\n  ]\n", READ),
        Arguments.of("as root", "{a: b,\nc: [d]}\n", READ),
        Arguments.of("JSON", "a: {\"b\":{\"c\":[1,-2.5,true,null]}}\n", READ),
        Arguments.of("colons and dashes in plain text", "[a:b, -1, http://h/p?q]\n", READ),
        Arguments.of("anchor, alias and tag", "- &x [&y b]\n- {a: *x, c: !!str d}\n", READ),
        Arguments.of("single pair", "[a: b]\n", HANDED_OVER),
        Arguments.of("explicit key in it", "{? a: b}\n", HANDED_OVER),
        Arguments.of("collection as a key in it", "{[a]: b}\n", HANDED_OVER),
        Arguments.of("template", "a: {{ b }}\n", HANDED_OVER),
        Arguments.of("key on two lines in it", "{a\n  b: c}\n", REFUSED),
        Arguments.of("bracket below its key", "a:\n  b: [\n    c\n  ]\n  d: {\n}\n", READ),
        Arguments.of("what may be a marker in it", "[\n-a\n]\n", HANDED_OVER),
        Arguments.of("two commas", "[a, , b]\n", REFUSED),
        Arguments.of("not closed", "a: [b\n", REFUSED),
        Arguments.of("wrong bracket", "a: [b}\n", REFUSED),
        Arguments.of("text after it", "a: [b] c\n", REFUSED));
  }

  static Stream<Arguments> properties() {
    return Stream.of(
        Arguments.of("anchor and alias", "a: &x b\nc: *x\n", READ),
        Arguments.of("anchor of a collection", "a: &x\n  b: c\nd: *x\n", READ),
        Arguments.of("anchor of a key", "&x a: b\nc: *x\n", READ),
        Arguments.of("anchor of an empty node", "a: &x\nb: *x\n", READ),
        Arguments.of("anchor that is used again", "- &x a\n- &x b\n- *x\n", READ),
        Arguments.of("anchor of the root", "&x\na: b\n", READ),
        Arguments.of("anchors of mapping and key", "a: &x\n  &y b: c\n", READ),
        Arguments.of("tags", "a: !!str 1\nb: !local x\nc: !<tag:e.com,2024:x> y\n", READ),
        Arguments.of("tag and anchor", "- !!str &x a\n- &y !!str b\n", READ),
        Arguments.of("merge key", "- &x {a: b}\n- <<: *x\n- !!merge <<: [*x, *x]\n", READ),
        Arguments.of("tag that says nothing", "a: ! b\n", HANDED_OVER),
        Arguments.of("anchor of a rare form", "a: &x.y b\n", REFUSED),
        Arguments.of("properties on two lines", "a: !!str\n  &x b\n", HANDED_OVER),
        Arguments.of("two anchors", "a: &x &y b\n", REFUSED),
        Arguments.of("alias with an anchor", "a: &x b\nc: &y *x\n", REFUSED),
        Arguments.of("alias of nothing", "a: *x\n", REFUSED),
        Arguments.of("alias of what it is in", "&x\na: *x\n", REFUSED),
        Arguments.of("unknown tag handle", "a: !e!t b\n", REFUSED));
  }

  static Stream<Arguments> streams() {
    return Stream.of(
        Arguments.of("comments", "# a\nb: c # d\n  # e\n\n#f\n", READ),
        Arguments.of("CRLF", "a: b\r\nc:\r\n- |\r\n  d\r\n\r\n- 'e\r\n  f'\r\n", READ),
        Arguments.of("CR", "a: b\rc: d\r", READ),
        Arguments.of("byte order mark", "\uFEFFa: b\n", READ),
        Arguments.of("no line break at the end", "a: b", READ),
        Arguments.of("one document", "---\na: b\n...\n", READ),
        Arguments.of("several documents", "a: b\n---\n- c\n--- # d\n# e\n", READ),
        Arguments.of("empty documents", "---\n---\n", READ),
        Arguments.of("nothing at all", "", READ),
        Arguments.of("comments only", "# a\n\n# b", READ),
        Arguments.of("characters of two to four bytes", "é: '€' # 😀\n", READ),
        Arguments.of("content after the marker", "--- a\n", HANDED_OVER),
        Arguments.of("text that begins as a marker", "a\n---b\n", REFUSED),
        Arguments.of("directive", "%YAML 1.2\n---\na: b\n", HANDED_OVER),
        Arguments.of("document without a marker", "a: b\n...\nc: d\n", REFUSED),
        Arguments.of("end of no document", "...\n", REFUSED),
        Arguments.of("U+0085, U+2028, second U+FEFF", "a: b\u0085\nc: \u2028\n", HANDED_OVER),
        Arguments.of("DEL", "a: \u007F\n", REFUSED),
        Arguments.of("root after the root", "a: b\n[c]\n", REFUSED),
        Arguments.of("more than 500 levels", "[".repeat(501) + "]".repeat(501), REFUSED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"blockCollections", "scalars", "flowCollections", "properties", "streams"})
  void each_feature_has_its_reader(String feature, String text, ReaderPair.Verdict verdict) {
    assertThat(ReaderPair.compare(SourceText.of(text))).isEqualTo(verdict);
  }
}
