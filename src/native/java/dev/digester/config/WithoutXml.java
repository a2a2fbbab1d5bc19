package dev.digester.config;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/**
 * Takes Jackson's converters of XML trees out of the native program, and with them the JDK's XML
 * parser, which is a tenth of it: no configuration has such a value.
 */
@TargetClass(className = "tools.jackson.databind.ext.OptionalHandlerFactory")
final class WithoutXml {
  private WithoutXml() {}

  @Substitute
  public @Nullable ValueSerializer<?> findSerializer(SerializationConfig config, JavaType type) {
    return null;
  }

  @Substitute
  public @Nullable ValueDeserializer<?> findDeserializer(
      DeserializationConfig config, JavaType type) {
    return null;
  }

  @Substitute
  public boolean hasDeserializerFor(Class<?> type) {
    return false;
  }
}
