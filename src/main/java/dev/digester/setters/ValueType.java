package dev.digester.setters;

import dev.digester.document.Scalar;
import dev.digester.document.index.NodeKind;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What type the catalog tells of a value: the short tag that go-yaml gives it (YAML 1.2's core
 * schema, with the integers and times of YAML 1.1; an integer that is too great is a float).
 */
final class ValueType {
  static final String STRING = "str";

  private static final String NULL = "null";
  private static final Set<String> TYPES = Set.of("bool", "float", "int", NULL);

  private static final Set<String> BOOLEANS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");
  private static final Pattern INTEGER =
      Pattern.compile("[-+]?(0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|0[0-7_]*|[1-9][0-9_]*)");

  /** The digits of 2^64 - 1, the greatest number that go-yaml reads as an integer. */
  private static final int MOST_DIGITS = 20;

  private static final Pattern FLOAT =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9][0-9_]*(\\.[0-9_]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
  private static final Pattern TIME =
      Pattern.compile(
          "[0-9]{4}-(0?[1-9]|1[0-2])-(0?[1-9]|[12][0-9]|3[01])"
              + "([Tt ]+[0-9:.]+[ ]*(Z|[-+][0-9:]+)?)?");

  private ValueType() {}

  static String of(Scalar scalar) {
    if (scalar.isTagged()) {
      return scalar
          .tag()
          .map(tag -> scalar.document().source().text(tag).replaceFirst("^!!", ""))
          .orElse(STRING);
    }
    if (scalar.isNull()) {
      return NULL;
    }
    return scalar.kind() == NodeKind.PLAIN ? ofPlain(scalar.value()) : STRING;
  }

  /**
   * Whether a scalar's tag says that it is a number, a boolean or null, but a text that is to take
   * its place is none.
   */
  static boolean isAgainstTag(Scalar scalar, String text) {
    String tag = scalar.isTagged() ? of(scalar) : STRING;
    return TYPES.contains(tag) && !ofPlain(text).equals(tag);
  }

  private static String ofPlain(String text) {
    if (BOOLEANS.contains(text)) {
      return "bool";
    }
    if (text.equals("<<")) {
      return "merge";
    }
    if (INTEGER.matcher(text).matches() && text.length() <= MOST_DIGITS) {
      return "int";
    }
    if (FLOAT.matcher(text).matches()) {
      return "float";
    }
    return TIME.matcher(text).matches() ? "timestamp" : STRING;
  }
}
