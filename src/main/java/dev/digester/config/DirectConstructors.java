package dev.digester.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.module.SimpleValueInstantiators;

/**
 * Calls the constructor of what lists hold by the hundred. Jackson calls it through a method
 * handle, which a native executable interprets: that takes longer than all else that is done with
 * an entry of {@code images}.
 */
final class DirectConstructors extends SimpleValueInstantiators {
  private static final long serialVersionUID = 1L;

  @Override
  public ValueInstantiator modifyValueInstantiator(
      DeserializationConfig config, BeanDescription.Supplier type, ValueInstantiator found) {
    return type.getBeanClass() == WrittenImage.class && found instanceof StdValueInstantiator usual
        ? new OfImage(usual)
        : found;
  }

  /** The values come in the order of the record's components, absent ones as Jackson has them. */
  private static final class OfImage extends StdValueInstantiator {
    private static final long serialVersionUID = 1L;

    OfImage(StdValueInstantiator usual) {
      super(usual);
    }

    @Override
    public Object createFromObjectWith(DeserializationContext context, @Nullable Object[] values) {
      return new WrittenImage(
          text(values[0]),
          Boolean.TRUE.equals(values[1]),
          text(values[2]),
          text(values[3]),
          text(values[4]),
          text(values[5]),
          text(values[6]),
          text(values[7]),
          (Where) values[8]);
    }

    private static Optional<String> text(@Nullable Object value) {
      return value instanceof Optional<?> written
          ? written.map(String.class::cast)
          : Optional.empty();
    }
  }
}
