package dev.digester.document.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.document.Document;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.index.NodeKind;
import dev.digester.document.text.Span;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A literal case for each feature of YAML: what nodes there are, and where. */
class YamlReaderTest {
  /** Each node as its kind's initials, its span's text and, after an @, its properties. */
  static String nodes(Document document) {
    NodeIndex index = document.index();
    StringBuilder nodes = new StringBuilder();
    for (int slot = 0; slot < index.size(); slot++) {
      Span span = index.span(slot);
      nodes.append(slot == 0 ? "" : " ").append(initials(index.kind(slot)));
      nodes.append(span.start()).append('-').append(span.end());
      index.anchor(slot).ifPresent(at -> nodes.append(document.source().text(at)));
      index.tag(slot).ifPresent(at -> nodes.append(document.source().text(at)));
    }
    return nodes.toString();
  }

  private static String initials(NodeKind kind) {
    return switch (kind) {
      case BLOCK_MAPPING -> "bm";
      case FLOW_MAPPING -> "fm";
      case BLOCK_SEQUENCE -> "bs";
      case FLOW_SEQUENCE -> "fs";
      case PLAIN -> "p";
      case SINGLE_QUOTED -> "s";
      case DOUBLE_QUOTED -> "d";
      case LITERAL -> "l";
      case FOLDED -> "f";
      case ALIAS -> "a";
    };
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("a: b\n", "bm0-4 p0-1 p3-4"),
        Arguments.of("a:\nb: c\n", "bm0-7 p0-1 p2-2 p3-4 p6-7"),
        Arguments.of("? a\n? b\n: c\n", "bm0-11 p2-3 p3-3 p6-7 p10-11"),
        Arguments.of("? [a]\n? b\n", "bm0-9 fs2-5 p3-4 p5-5 p8-9 p9-9"),
        Arguments.of("{a, b: , c : d}", "fm0-15 p1-2 p2-2 p4-5 p6-6 p9-10 p13-14"),
        Arguments.of("[a: b, [c]: d]", "fs0-14 fm1-5 p1-2 p4-5 fm7-13 fs7-10 p8-9 p12-13"),
        Arguments.of("--- # c\n...\n--- !!str\n---\n", "p3-3 p21-21!!str p25-25"),
        Arguments.of("a: &x !!map\n  # c\n  k: v\n", "bm0-24 p0-1 bm20-24&x!!map p20-21 p23-24"),
        Arguments.of(
            "a: !!seq\n- b\n- &z\n- *z\n", "bm0-22 p0-1 bs9-22!!seq p11-12 p17-17&z a20-22"),
        Arguments.of("- ! x\n- !\n  &b !<t> c: d\n", "bs0-24 p4-5! bm12-24! p20-21&b!<t> p23-24"),
        Arguments.of("- |2\n    x\n\n\n# c\n", "bs0-11 l2-11"),
        Arguments.of("- |+\n    x\n\n\n# c\n", "bs0-13 l2-13"),
        Arguments.of("- >-\n- |\n# c\n", "bs0-9 f2-5 l7-9"),
        Arguments.of("\uFEFFé: '€' # 😀\n", "bm3-12 p3-5 s7-12"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void finds_each_node_at_its_bytes(String text, String nodes) {
    assertThat(nodes(EngineValues.same(text))).isEqualTo(nodes);
  }
}
