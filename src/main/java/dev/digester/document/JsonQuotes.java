package dev.digester.document;

/** Writes strings as JSON has them. */
public final class JsonQuotes {
  private JsonQuotes() {}

  /** A text in quotes, with what JSON has escapes for escaped (RFC 8259, clause 7). */
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
