package dev.digester.config;

import dev.digester.document.Node;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a setter's value from its node, since a tree does not know how a scalar is written.
 *
 * @param <V> the form of value that is wanted
 */
final class SetterValueDeserializer<V> extends ValueDeserializer<V> {
  private final Function<Node, V> form;
  private final @Nullable V nullValue;

  SetterValueDeserializer(Function<Node, V> form, @Nullable V nullValue) {
    this.form = form;
    this.nullValue = nullValue;
  }

  @Override
  public V deserialize(JsonParser parser, DeserializationContext context) {
    Origins origins = (Origins) context.getAttribute(Origins.class);
    KeyPath path = KeyPathOf.token(parser);
    parser.skipChildren();
    return form.apply(origins.node(path).orElseThrow());
  }

  @Override
  public @Nullable V getNullValue(DeserializationContext context) {
    return nullValue;
  }
}
