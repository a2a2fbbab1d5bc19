package dev.digester.config;

import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a value that is written as a string, and as nothing else.
 *
 * @param <V> what the string stands for
 */
final class TextDeserializer<V> extends ValueDeserializer<V> {
  private final Function<String, V> form;

  /**
   * @param form throws {@link IllegalArgumentException} where a text does not have it
   */
  TextDeserializer(Function<String, V> form) {
    this.form = form;
  }

  @Override
  public V deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      context.handleUnexpectedToken(context.constructType(String.class), parser);
    }
    return form.apply(parser.getString());
  }
}
