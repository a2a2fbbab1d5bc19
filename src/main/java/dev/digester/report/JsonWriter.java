package dev.digester.report;

import dev.digester.document.edit.Spelling;
import java.util.Optional;

/**
 * Writes a JSON value (RFC 8259), indented by two spaces, with a line feed at the end. Members come
 * in the order of the calls.
 */
public final class JsonWriter {
  private final StringBuilder json = new StringBuilder();
  private int depth;

  /** Whether the next member or element is the first one of its object or array. */
  private boolean first = true;

  /** Writes what is in an object or an array. */
  public interface Content {
    void write(JsonWriter json);
  }

  private JsonWriter() {}

  /** An object as the whole value. */
  public static String object(Content members) {
    JsonWriter writer = new JsonWriter();
    writer.nested('{', members, '}');
    return writer.json.append('\n').toString();
  }

  /** An array as the whole value. */
  public static String array(Content elements) {
    JsonWriter writer = new JsonWriter();
    writer.nested('[', elements, ']');
    return writer.json.append('\n').toString();
  }

  /** A member that is a string. */
  public JsonWriter member(String name, String value) {
    key(name).json.append(Spelling.doubleQuoted(value));
    return this;
  }

  /** A member that is a string, or is left out. */
  public JsonWriter member(String name, Optional<String> value) {
    value.ifPresent(text -> member(name, text));
    return this;
  }

  /** A member that is an integer. */
  public JsonWriter member(String name, long value) {
    key(name).json.append(value);
    return this;
  }

  /** A member that is true or false. */
  public JsonWriter member(String name, boolean value) {
    key(name).json.append(value);
    return this;
  }

  /** A member that is an object. */
  public JsonWriter objectMember(String name, Content members) {
    key(name).nested('{', members, '}');
    return this;
  }

  /** A member that is an array. */
  public JsonWriter arrayMember(String name, Content elements) {
    key(name).nested('[', elements, ']');
    return this;
  }

  /** An element that is a string. */
  public JsonWriter element(String value) {
    separate().json.append(Spelling.doubleQuoted(value));
    return this;
  }

  /** An element that is an object. */
  public JsonWriter objectElement(Content members) {
    separate().nested('{', members, '}');
    return this;
  }

  private JsonWriter key(String name) {
    separate().json.append(Spelling.doubleQuoted(name)).append(": ");
    return this;
  }

  private JsonWriter separate() {
    json.append(first ? "\n" : ",\n").repeat(' ', 2 * depth);
    first = false;
    return this;
  }

  private void nested(char open, Content content, char close) {
    json.append(open);
    depth++;
    first = true;
    content.write(this);
    depth--;
    if (!first) {
      json.append('\n').repeat(' ', 2 * depth);
    }
    json.append(close);
    first = false;
  }
}
