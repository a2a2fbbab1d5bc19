package dev.digester.config;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the configurations of the functions that rewrite one image: the catalog's set-image (a
 * ConfigMap or {@code fn.kpt.dev/v1alpha1 SetImage}) and kustomize's {@code builtin
 * ImageTagTransformer}. Stateless.
 */
public final class ImageTransformationReader {
  private static final Key DATA = Key.of("data");
  private static final List<String> SET_IMAGE_KEYS =
      List.of("apiVersion", "kind", "metadata", "image", "additionalImageFields");
  private static final List<String> TRANSFORMER_KEYS =
      List.of("apiVersion", "kind", "metadata", "imageTag", "fieldSpecs");

  private ImageTransformationReader() {}

  /**
   * Reads a {@code SetImage}.
   *
   * @throws ConfigurationException if it is wrong; what is missing is told in the catalog's words
   */
  public static ImageTransformation setImage(Mapping config) {
    ConfigurationReader.checkKeys(config, Source.ofFunctionConfig(config), SET_IMAGE_KEYS);
    CatalogImage image = image(config, "image");
    if (image.tagSuffix().isPresent()) {
      throw Source.ofFunctionConfig(config)
          .problem(
              config.line(), "image.tagSuffix", " is not a key of SetImage: write it into newTag");
    }
    Node place = value(config, "image").orElse(config);
    return new ImageTransformation(
        checked(image, place("image", place)), fields(config, "additionalImageFields"));
  }

  /**
   * Reads the ConfigMap of set-image.
   *
   * @param config empty where there is none
   * @throws ConfigurationException in the catalog's words
   */
  public static ImageTransformation setImageData(Optional<Mapping> config) {
    Optional<Mapping> data = config.flatMap(map -> map.mapping(DATA));
    CatalogImage image = CatalogImage.NONE;
    for (Mapping.Entry entry : data.map(Mapping::entries).orElseGet(List::of)) {
      image = with(image, entry);
    }
    Optional<Node> place = data.or(() -> config).map(Node.class::cast);
    return new ImageTransformation(
        checked(image, place.flatMap(node -> place("data", node))), List.of());
  }

  private static Optional<ConfigurationException.Place> place(String field, Node node) {
    return Optional.of(new ConfigurationException.Place(field, node));
  }

  /**
   * Reads an {@code ImageTagTransformer}.
   *
   * @throws ConfigurationException if it is wrong
   */
  public static ImageTransformation imageTagTransformer(Mapping config) {
    Source source = Source.ofFunctionConfig(config);
    ConfigurationReader.checkKeys(config, source, TRANSFORMER_KEYS);
    CatalogImage image = image(config, "imageTag");
    if (image.name().isEmpty()) {
      throw source.problem(config.line(), "imageTag.name", " is missing");
    }
    return new ImageTransformation(image.entry(), fields(config, "fieldSpecs"));
  }

  private static ImageEntry.Rewrite checked(
      CatalogImage image, Optional<ConfigurationException.Place> place) {
    if (image.name().isEmpty()) {
      throw new ConfigurationException("must specify `name`", place);
    }
    if (image.newName().isEmpty() && image.newTag().isEmpty() && image.digest().isEmpty()) {
      throw new ConfigurationException(
          "must specify one of `newName`, `newTag`, or `digest`", place);
    }
    return image.entry();
  }

  private static CatalogImage with(CatalogImage image, Mapping.Entry entry) {
    String key = text(entry.key());
    if (!(entry.value() instanceof Scalar)) {
      throw new ConfigurationException(
          key + " must be a string", place("data." + key, entry.value()));
    }
    Optional<String> value = Optional.of(text(entry.value()));
    return switch (key) {
      case "name" ->
          new CatalogImage(
              value, image.newName(), image.newTag(), Optional.empty(), image.digest());
      case "newName" ->
          new CatalogImage(image.name(), value, image.newTag(), Optional.empty(), image.digest());
      case "newTag" ->
          new CatalogImage(image.name(), image.newName(), value, Optional.empty(), image.digest());
      case "digest" ->
          new CatalogImage(image.name(), image.newName(), image.newTag(), Optional.empty(), value);
      default ->
          throw new ConfigurationException(
              "ConfigMap has wrong field name " + key, place("data." + key, entry.key()));
    };
  }

  private static String text(Node node) {
    return node instanceof Scalar scalar && !scalar.isNull() ? scalar.value() : "";
  }

  private static CatalogImage image(Mapping config, String key) {
    return value(config, key)
        .map(node -> SpecBinding.bindPart(CatalogImage.class, origins(config, key, node)))
        .orElse(CatalogImage.NONE);
  }

  private static List<FieldSpec> fields(Mapping config, String key) {
    return value(config, key)
        .map(node -> SpecBinding.bindPart(FieldSpec[].class, origins(config, key, node)))
        .map(specs -> Arrays.stream(specs).map(FieldSpec::asKustomize).toList())
        .orElseGet(List::of);
  }

  private static Optional<Node> value(Mapping config, String key) {
    return config
        .get(Key.of(key))
        .filter(node -> !(node instanceof Scalar scalar && scalar.isNull()));
  }

  private static Origins origins(Mapping config, String key, Node value) {
    return new Origins(Source.ofFunctionConfig(config), key, value);
  }
}
