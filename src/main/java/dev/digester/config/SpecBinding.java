package dev.digester.config;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.digester.reference.Platform;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Binds the tree of a spec to records, through Jackson with all coercion off. */
final class SpecBinding {
  private static final SetterValue.Text NULL = new SetterValue.Text("");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfigDefaults(coercions -> {
            for (CoercionInputShape shape : CoercionInputShape.values()) {
              coercions.setCoercion(shape, CoercionAction.Fail);
            }
          })
          .withConfigOverride(
              List.class,
              lists ->
                  lists.setNullHandling(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL)))
          .addModule(texts())
          .build();

  /** No one reads more at once. */
  private static final int MOST_PROBLEMS = 100;

  private SpecBinding() {}

  /** The values that are written as strings, and what is made without reflection. */
  private static SimpleModule texts() {
    return new SimpleModule()
        .setValueInstantiators(new DirectConstructors())
        .addDeserializer(CaSource.class, new TextDeserializer<>(CaSource::of))
        .addDeserializer(FieldPattern.class, new TextDeserializer<>(FieldPattern::written))
        .addDeserializer(FieldSet.class, new TextDeserializer<>(FieldSet::of))
        .addDeserializer(FieldSpec.Format.class, new TextDeserializer<>(FieldSpec.Format::of))
        .addDeserializer(LabelSelector.class, new TextDeserializer<>(LabelSelector::parse))
        .addDeserializer(Mirror.class, new TextDeserializer<>(Mirror::parse))
        .addDeserializer(Platform.class, new TextDeserializer<>(SpecBinding::platform))
        .addDeserializer(Reaction.class, new TextDeserializer<>(Reaction::of))
        .addDeserializer(RegistriesSource.class, new TextDeserializer<>(RegistriesSource::of))
        .addDeserializer(Report.class, new TextDeserializer<>(Report::of))
        .addDeserializer(SetterSchema.Type.class, new TextDeserializer<>(SetterSchema.Type::of))
        .addDeserializer(
            SetterSchema.Default.class,
            new SetterValueDeserializer<>(
                node -> new SetterSchema.Default(SetterValue.of(node)), null))
        .addDeserializer(SetterValue.class, new SetterValueDeserializer<>(SetterValue::of, NULL))
        .addDeserializer(
            SetterValue.Text.class, new SetterValueDeserializer<>(SetterValue::text, NULL))
        .addDeserializer(String.class, new TextDeserializer<>(text -> text))
        .addDeserializer(Timeout.class, new TextDeserializer<>(Timeout::parse));
  }

  private static Platform platform(String text) {
    return Platform.parse(text)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "must be os/arch or os/arch/variant such as linux/amd64, but it is "
                    + Words.quoted(text)));
  }

  /**
   * Binds a spec as it is written.
   *
   * @throws ConfigurationException if it is wrong
   */
  static Configuration bindSpec(Origins origins) {
    return bind(new NodeTree(origins, origins.origin(KeyPath.ROOT)).read(KeyPath.ROOT), origins);
  }

  /**
   * Binds the data of a ConfigMap.
   *
   * @throws ConfigurationException if they are wrong
   */
  static Configuration bindData(Origins origins) {
    return bind(new ConfigMapData(origins).read(), origins);
  }

  /**
   * Binds a part of a configuration that is not a spec.
   *
   * @throws ConfigurationException if it is wrong
   */
  static <V> V bindPart(Class<V> type, Origins origins) {
    JsonNode part = new NodeTree(origins, origins.origin(KeyPath.ROOT)).read(KeyPath.ROOT);
    return bind(type, part, origins);
  }

  private static Configuration bind(JsonNode spec, Origins origins) {
    return bind(Configuration.class, spec, origins);
  }

  /** What is wrong is taken out of the tree and the rest bound again, until nothing else is. */
  private static <V> V bind(Class<V> type, JsonNode spec, Origins origins) {
    Remainder rest = new Remainder(spec);
    for (int i = 0; i < MOST_PROBLEMS; i++) {
      try {
        V bound = MAPPER.readerFor(type).withAttribute(Origins.class, origins).readValue(spec);
        origins.problems().refuse();
        return bound;
      } catch (JacksonException e) {
        BindingFailure failure = new BindingFailure(rest, origins);
        if (!failure.isConsequence(e)) {
          origins.problems().add(failure.translate(e));
        }
        if (!failure.mend(e)) {
          break;
        }
      }
    }
    origins.problems().refuse();
    throw new IllegalStateException("a spec was refused without a reason");
  }
}
