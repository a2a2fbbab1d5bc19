package dev.digester.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of a spec, which are the components of the records that Jackson fills. */
final class SpecKeys {
  /** Records that are written as structures; the form in which they are written. */
  private static final Map<Class<?>, Class<?>> STRUCTURES =
      Map.of(
          CredentialSettings.class, CredentialSettings.class,
          Registry.class, WrittenRegistry.class,
          SetterSchema.class, SetterSchema.class,
          SetterSource.class, SetterSource.class,
          ImageEntry.class, WrittenImage.class,
          Where.class, Where.class,
          FieldSpec.class, FieldSpec.class);

  private SpecKeys() {}

  /**
   * {@code registries[].host}, {@code setterSchema.NAME.type}; a structure's own key is left out.
   */
  static List<String> all() {
    return keys(Spec.class, "").toList();
  }

  private static Stream<String> keys(Class<?> structure, String prefix) {
    return Arrays.stream(structure.getRecordComponents())
        .flatMap(component -> keys(component, prefix + nameOf(component)));
  }

  private static Stream<String> keys(RecordComponent component, String key) {
    Type type = component.getGenericType();
    String suffix = component.getType() == List.class ? "[]." : ".";
    String step = component.getType() == Map.class ? ".NAME." : suffix;
    Optional<Class<?>> below = Optional.ofNullable(STRUCTURES.get(elementOf(type)));
    Stream<String> own =
        component.getType() == CredentialSettings.class ? Stream.of() : Stream.of(key);
    return Stream.concat(own, below.stream().flatMap(written -> keys(written, key + step)));
  }

  private static Type elementOf(Type type) {
    return type instanceof ParameterizedType generic
        ? generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]
        : type;
  }

  private static String nameOf(RecordComponent component) {
    JsonProperty written = component.getAccessor().getAnnotation(JsonProperty.class);
    return written == null || written.value().isEmpty() ? component.getName() : written.value();
  }
}
