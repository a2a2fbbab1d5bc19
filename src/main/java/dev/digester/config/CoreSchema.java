package dev.digester.config;

import dev.digester.document.Scalar;
import dev.digester.document.index.NodeKind;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a scalar means: plain ones may be null, a boolean or a number, all others are text, tagged
 * ones as well.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#1032-tag-resolution">YAML 1.2.2, clause 10.3.2</a>
 */
final class CoreSchema {
  private static final JsonNodeFactory TREE = JsonNodeFactory.instance;
  private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
  private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");

  /** No setting is longer; longer digits are a number all the same, but not a whole one. */
  private static final int MAX_DIGITS = 18;

  private static final Pattern OTHER_NUMBER =
      Pattern.compile(
          "0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  private CoreSchema() {}

  /**
   * The value in a tree for Jackson; of numbers that are not plain integers just the kind counts.
   */
  static JsonNode read(Scalar scalar) {
    String text = scalar.value();
    if (scalar.isNull()) {
      return TREE.nullNode();
    }
    if (scalar.kind() != NodeKind.PLAIN || scalar.isTagged()) {
      return TREE.stringNode(text);
    }
    return plain(text);
  }

  private static JsonNode plain(String text) {
    if (TRUE.matcher(text).matches() || FALSE.matcher(text).matches()) {
      return TREE.booleanNode(TRUE.matcher(text).matches());
    }
    if (text.length() <= MAX_DIGITS && INTEGER.matcher(text).matches()) {
      return TREE.numberNode(Long.parseLong(text));
    }
    return OTHER_NUMBER.matcher(text).matches()
        ? TREE.numberNode(Double.NaN)
        : TREE.stringNode(text);
  }
}
