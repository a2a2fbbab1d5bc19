package dev.digester.document.read;

import dev.digester.document.index.IndexBuilder;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.index.NodeKind;
import dev.digester.document.text.Chars;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;

/** One pass over a JSON text; the states are the methods' places, the stack is the builder's. */
final class JsonScan {
  private final SourceText source;
  private final byte[] utf8;
  private final IndexBuilder builder;
  private int at;

  JsonScan(SourceText source) {
    this.source = source;
    this.utf8 = source.utf8();
    this.builder = new IndexBuilder(source);
    this.at = source.contentStart();
  }

  NodeIndex index() {
    space();
    if (at == utf8.length) {
      throw error(at, "the text is empty where a JSON value is expected");
    }
    value();
    space();
    if (at < utf8.length) {
      throw error(at, "more text follows the JSON value");
    }
    return builder.build();
  }

  /** Recursion is bounded: the builder refuses the 501st level. */
  private void value() {
    switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
  }

  private void object() {
    builder.open(NodeKind.FLOW_MAPPING, at++);
    space();
    if (peek() != '}') {
      member();
      while (peek() == ',') {
        at++;
        space();
        member();
      }
      expect('}', "a ',' or '}' is missing in an object");
    }
    builder.close(++at);
  }

  private void member() {
    expect('"', "a name in double quotes is missing in an object");
    string();
    space();
    expect(':', "a ':' is missing after a name");
    at++;
    space();
    value();
    space();
  }

  private void array() {
    builder.open(NodeKind.FLOW_SEQUENCE, at++);
    space();
    if (peek() != ']') {
      element();
      while (peek() == ',') {
        at++;
        space();
        element();
      }
      expect(']', "a ',' or ']' is missing in an array");
    }
    builder.close(++at);
  }

  private void element() {
    value();
    space();
  }

  private void string() {
    int start = at++;
    while (at < utf8.length && utf8[at] != '"') {
      if (Chars.isBreak(utf8[at]) || utf8[at] == '\t') {
        throw error(at, "a line break or tab in a string is not escaped");
      }
      at += utf8[at] == '\\' ? escape() : 1;
    }
    if (at >= utf8.length) {
      throw error(start, "a string is not closed");
    }
    builder.scalar(NodeKind.DOUBLE_QUOTED, start, ++at);
  }

  /** The length of the escape here (clause 7). */
  private int escape() {
    int next = at + 1 < utf8.length ? utf8[at + 1] : ' ';
    if ("\"\\/bfnrt".indexOf(next) >= 0) {
      return 2;
    }
    boolean hex = next == 'u' && at + 6 <= utf8.length;
    for (int i = at + 2; hex && i < at + 6; i++) {
      hex = Character.digit(utf8[i], 16) >= 0;
    }
    if (!hex) {
      throw error(at, "a backslash begins an unknown escape");
    }
    return 6;
  }

  private void word(String word) {
    int start = at;
    for (int i = 0; i < word.length(); i++, at++) {
      if (peek() != word.charAt(i)) {
        throw error(start, "a JSON value is expected");
      }
    }
    plain(start);
  }

  /** clause 6: [ "-" ] int [ frac ] [ exp ]. */
  private void number() {
    int start = at;
    at += peek() == '-' ? 1 : 0;
    if (peek() == '0') {
      at++;
    } else {
      digits(start);
    }
    if (peek() == '.') {
      at++;
      digits(start);
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      at += peek() == '+' || peek() == '-' ? 1 : 0;
      digits(start);
    }
    plain(start);
  }

  private void digits(int start) {
    int first = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == first) {
      throw error(start, at == start ? "a JSON value is expected" : "a number is not complete");
    }
  }

  /** What follows a plain value is checked by anyone who asked for it. */
  private void plain(int start) {
    builder.scalar(NodeKind.PLAIN, start, at);
  }

  private void space() {
    while (at < utf8.length && (Chars.isWhite(utf8[at]) || Chars.isBreak(utf8[at]))) {
      at++;
    }
  }

  /** The byte here; at the end a zero, which no text holds. */
  private int peek() {
    return at < utf8.length ? utf8[at] : 0;
  }

  private void expect(char wanted, String otherwise) {
    if (peek() != wanted) {
      throw error(at, at < utf8.length ? otherwise : "the text ends within a JSON value");
    }
  }

  private DocumentException error(int offset, String reason) {
    return new DocumentException(source.line(offset), reason);
  }
}
