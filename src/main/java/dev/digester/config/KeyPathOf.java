package dev.digester.config;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;

/** Where Jackson is, as a path. */
final class KeyPathOf {
  private KeyPathOf() {}

  /** The path of the value whose first token a parser is at. */
  static KeyPath token(JsonParser parser) {
    TokenStreamContext context = parser.streamReadContext();
    boolean isInside = parser.currentToken().isStructStart();
    return context(isInside ? context.getParent() : context);
  }

  private static KeyPath context(TokenStreamContext context) {
    if (context.inRoot()) {
      return KeyPath.ROOT;
    }
    KeyPath parent = context(context.getParent());
    return context.inArray()
        ? parent.index(context.getCurrentIndex())
        : parent.key(context.currentName());
  }

  /** The path that an exception tells. */
  static KeyPath failure(JacksonException failure) {
    KeyPath path = KeyPath.ROOT;
    List<JacksonException.Reference> references = failure.getPath();
    for (JacksonException.Reference reference : references) {
      String key = reference.getPropertyName();
      path = key == null ? path.index(reference.getIndex()) : path.key(key);
    }
    return path;
  }
}
