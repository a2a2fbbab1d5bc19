package dev.digester.machine;

/** A TOML text, and how far it is read: its words, strings and blanks. */
final class TomlText {
  private final String text;
  private int at;

  TomlText(String text) {
    this.text = text;
  }

  /** Something else stands there; the message says what is wrong, without the text itself. */
  static final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unexpected(String message) {
      super(message);
    }
  }

  /** Counted from 1. */
  int line() {
    return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  private char here() {
    return atEnd() ? '\0' : text.charAt(at);
  }

  boolean take(String token) {
    boolean found = text.startsWith(token, at);
    at += found ? token.length() : 0;
    return found;
  }

  void expect(String token) {
    skipBlanks();
    if (!take(token)) {
      throw new Unexpected("expected " + token);
    }
  }

  void skipBlanks() {
    while (here() == ' ' || here() == '\t') {
      at++;
    }
  }

  /** Blanks, line ends and comments. */
  void skipLines() {
    skipBlanks();
    while (!atEnd() && (here() == '\n' || here() == '\r' || here() == '#')) {
      if (here() == '#') {
        comment();
      } else {
        at++;
      }
      skipBlanks();
    }
  }

  private void comment() {
    while (!atEnd() && here() != '\n') {
      at++;
    }
  }

  /** The end of a line or of the text, behind a comment perhaps. */
  void endLine() {
    skipBlanks();
    if (here() == '#') {
      comment();
    }
    if (!atEnd() && here() != '\n' && here() != '\r') {
      throw new Unexpected("expected the end of the line");
    }
  }

  boolean isQuoted() {
    return here() == '"' || here() == '\'';
  }

  /** A bare or a quoted key. */
  String key() {
    if (isQuoted()) {
      return quoted();
    }
    int start = at;
    while (Character.isLetterOrDigit(here()) || here() == '_' || here() == '-') {
      at++;
    }
    if (start == at) {
      throw new Unexpected("expected a key");
    }
    return text.substring(start, at);
  }

  /** What stands there up to a blank, a separator or the end of the line. */
  String word() {
    int start = at;
    while (!atEnd() && ",]}# \t\r\n".indexOf(here()) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  /** A basic string with its escapes, or a literal one, on one line. */
  String quoted() {
    char quote = here();
    if (text.startsWith(String.valueOf(quote).repeat(3), at)) {
      throw new Unexpected("strings over several lines are not read");
    }
    at++;
    StringBuilder value = new StringBuilder();
    while (here() != quote) {
      if (atEnd() || here() == '\n') {
        throw new Unexpected("a string does not end on its line");
      }
      value.appendCodePoint(quote == '"' && here() == '\\' ? escape() : text.codePointAt(at));
      at += Character.charCount(text.codePointAt(at));
    }
    at++;
    return value.toString();
  }

  /** Leaves off at the last character of the escape. */
  private int escape() {
    at++;
    return switch (here()) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case '"', '\\' -> here();
      case 'u' -> unicode(4);
      case 'U' -> unicode(8);
      default -> throw new Unexpected("there is no such escape");
    };
  }

  private int unicode(int digits) {
    try {
      int point = Integer.parseInt(text.substring(at + 1, at + 1 + digits), 16);
      at += digits;
      return point;
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new Unexpected("an escape lacks its digits");
    }
  }
}
