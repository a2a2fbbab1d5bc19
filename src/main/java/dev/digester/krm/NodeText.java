package dev.digester.krm;

import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.document.index.NodeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes a node again as one line of JSON; what it lays out is lost, what it says is not. */
final class NodeText {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  private NodeText() {}

  static String json(Node node) {
    return JsonText.of(value(node));
  }

  private static Object value(Node node) {
    return switch (node) {
      case Mapping mapping -> members(mapping);
      case Sequence sequence -> elements(sequence);
      case Scalar scalar -> value(scalar);
    };
  }

  private static Map<String, Object> members(Mapping mapping) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (Mapping.Entry entry : mapping.entries()) {
      String key = entry.key() instanceof Scalar scalar ? scalar.value() : json(entry.key());
      members.put(key, value(entry.value()));
    }
    return members;
  }

  private static List<Object> elements(Sequence sequence) {
    List<Object> elements = new ArrayList<>();
    sequence.elements().forEach(element -> elements.add(value(element)));
    return elements;
  }

  private static Object value(Scalar scalar) {
    String text = scalar.value();
    if (scalar.kind() != NodeKind.PLAIN) {
      return text;
    }
    if (scalar.isNull()) {
      return JsonText.NULL;
    }
    return switch (text) {
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      default -> NUMBER.matcher(text).matches() ? new java.math.BigDecimal(text) : text;
    };
  }
}
