package dev.digester.setters;

import dev.digester.document.NodeKind;
import dev.digester.document.Scalar;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What type the catalog tells of a value: the short tag that go-yaml gives it (YAML 1.2's core
 * schema, with the integers and times of YAML 1.1).
 */
final class ValueType {
  static final String STRING = "str";

  private static final Set<String> BOOLEANS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");
  private static final Pattern INTEGER =
      Pattern.compile("[-+]?(0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9][0-9_]*(\\.[0-9_]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
  private static final Pattern TIME =
      Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ]+[0-9:.]+[ ]*(Z|[-+][0-9:]+)?)?");

  private ValueType() {}

  static String of(Scalar scalar) {
    if (scalar.isTagged()) {
      return scalar
          .tag()
          .map(tag -> scalar.document().source().text(tag).replaceFirst("^!!", ""))
          .orElse(STRING);
    }
    return scalar.kind() == NodeKind.PLAIN ? ofPlain(scalar) : STRING;
  }

  private static String ofPlain(Scalar scalar) {
    String text = scalar.value();
    if (scalar.isNull()) {
      return "null";
    }
    if (BOOLEANS.contains(text)) {
      return "bool";
    }
    if (INTEGER.matcher(text).matches()) {
      return "int";
    }
    if (FLOAT.matcher(text).matches()) {
      return "float";
    }
    return TIME.matcher(text).matches() ? "timestamp" : STRING;
  }
}
