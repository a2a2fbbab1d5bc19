package dev.digester.document.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.document.Document;
import dev.digester.document.Scalar;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** What snakeyaml-engine itself makes of a text, to compare decoded values with. */
public final class EngineValues {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

  private EngineValues() {}

  /** One line a node: its kind and, for a scalar, its value. */
  static List<String> of(String text) {
    List<String> nodes = new ArrayList<>();
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      switch (event) {
        case ScalarEvent scalar -> nodes.add(scalar.getScalarStyle() + " " + characters(scalar));
        case AliasEvent alias -> nodes.add("*" + alias.getAlias());
        case CollectionStartEvent start ->
            nodes.add(start.getEventId() + " " + start.getFlowStyle());
        default -> {}
      }
    }
    return nodes;
  }

  /** The engine keeps half a surrogate pair, which is not a character: digester reads U+FFFD. */
  private static String characters(ScalarEvent scalar) {
    return scalar
        .getValue()
        .codePoints()
        .map(EngineValues::known)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int known(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE ? 0xFFFD : codePoint;
  }

  /** The same from the index and the bytes. */
  static List<String> of(Document document) {
    NodeIndex index = document.index();
    List<String> nodes = new ArrayList<>();
    for (int slot = 0; slot < index.size(); slot++) {
      nodes.add(
          switch (index.kind(slot)) {
            case PLAIN -> ": " + new Scalar(document, slot).value();
            case SINGLE_QUOTED -> "' " + new Scalar(document, slot).value();
            case DOUBLE_QUOTED -> "\" " + new Scalar(document, slot).value();
            case LITERAL -> "| " + new Scalar(document, slot).value();
            case FOLDED -> "> " + new Scalar(document, slot).value();
            case ALIAS -> document.source().text(index.span(slot));
            case BLOCK_MAPPING -> "MappingStart BLOCK";
            case FLOW_MAPPING -> "MappingStart FLOW";
            case BLOCK_SEQUENCE -> "SequenceStart BLOCK";
            case FLOW_SEQUENCE -> "SequenceStart FLOW";
          });
    }
    return nodes;
  }

  public static Document same(String text) {
    Document document = new YamlReader().read(SourceText.of(text));
    assertThat(of(document)).as("values of %s", text).isEqualTo(of(text));
    return document;
  }
}
