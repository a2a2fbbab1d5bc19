package dev.digester.document.edit;

import dev.digester.document.Scalar;
import dev.digester.document.TypedText;
import dev.digester.document.text.Chars;
import dev.digester.document.text.Edit;
import dev.digester.document.text.Span;

/**
 * The edit that makes a scalar read another value in the style that it is written in, as small as
 * can be: only the suffix where the old value is the new one's beginning.
 */
final class ScalarEdit {
  private final Scalar scalar;
  private final byte[] utf8;
  private final Span span;
  private final String old;
  private final String value;

  private ScalarEdit(Scalar scalar, String value) {
    this.scalar = scalar;
    this.utf8 = scalar.document().source().utf8();
    this.span = scalar.span();
    this.old = scalar.value();
    this.value = value;
  }

  /** When a plain scalar may get a text that readers take for a number, a boolean or null. */
  enum Typed {
    NEVER,
    IF_IT_WAS,
    ALWAYS
  }

  /**
   * @throws IllegalArgumentException if the value holds half a surrogate pair, which no text can
   */
  static Edit of(Scalar scalar, String value, Typed typed) {
    if (holdsHalfPair(value)) {
      throw new IllegalArgumentException("the value holds half a surrogate pair");
    }
    ScalarEdit edit = new ScalarEdit(scalar, value);
    return switch (scalar.kind()) {
      case PLAIN -> edit.plain(typed);
      case SINGLE_QUOTED -> edit.singleQuoted();
      case DOUBLE_QUOTED -> edit.doubleQuoted();
      case LITERAL, FOLDED -> new BlockScalarEdit(scalar, edit.old, value).edit();
      case BLOCK_MAPPING, FLOW_MAPPING, BLOCK_SEQUENCE, FLOW_SEQUENCE, ALIAS ->
          throw new IllegalStateException("no scalar: " + scalar.kind());
    };
  }

  private static boolean holdsHalfPair(String value) {
    boolean open = false;
    char[] chars = value.toCharArray();
    for (char c : chars) {
      if (open != Character.isLowSurrogate(c)) {
        return true;
      }
      open = Character.isHighSurrogate(c);
    }
    return open;
  }

  private Edit plain(Typed typed) {
    boolean suffix = !old.isEmpty() && value.startsWith(old);
    if (!staysPlain(suffix, mayBeTyped(typed))) {
      return replace(Spelling.doubleQuoted(value));
    }
    return suffix ? insert(span.end(), value.substring(old.length())) : replace(value);
  }

  private boolean mayBeTyped(Typed typed) {
    return switch (typed) {
      case NEVER -> false;
      case IF_IT_WAS -> TypedText.isTyped(old);
      case ALWAYS -> true;
    };
  }

  private boolean staysPlain(boolean suffix, boolean mayBeTyped) {
    if (scalar.document().isJson()) {
      return mayBeTyped && Spelling.isJsonLiteral(value);
    }
    // Lines that are folded already stay so when something is added after them.
    String line = suffix ? old.replace('\n', ' ') + value.substring(old.length()) : value;
    return Spelling.fitsPlain(line, scalar.document().index().isInFlow(scalar.id()))
        && (mayBeTyped || !TypedText.isTyped(value));
  }

  private Edit singleQuoted() {
    if (!Spelling.fitsOneLine(isSuffix() ? value.substring(old.length()) : value)) {
      return replace(Spelling.doubleQuoted(value));
    }
    return isSuffix()
        ? insert(span.end() - 1, Spelling.insideSingleQuotes(value.substring(old.length())))
        : replace(Spelling.singleQuoted(value));
  }

  private Edit doubleQuoted() {
    return isSuffix()
        ? insert(span.end() - 1, Spelling.insideDoubleQuotes(value.substring(old.length())))
        : replace(Spelling.doubleQuoted(value));
  }

  /**
   * Whether it is enough to write after the old text within quotes. Where its last line is blank,
   * it is not: white space at the start of a line is dropped.
   */
  private boolean isSuffix() {
    int i = span.end() - 2;
    while (i > span.start() && Chars.isWhite(utf8[i])) {
      i--;
    }
    return value.startsWith(old) && !Chars.isBreak(utf8[i]);
  }

  private static Edit insert(int at, String text) {
    return new Edit(new Span(at, at), text);
  }

  private Edit replace(String text) {
    return span.length() == 0 ? new EmptyNode(scalar).fill(text) : new Edit(span, text);
  }
}
