package dev.digester.config;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of functionConfig that are accepted. */
public enum ConfigurationKind {
  /** What {@code kpt fn eval -- key=value} makes; configures the function that was invoked. */
  CONFIG_MAP("v1", "ConfigMap"),
  /** The typed configuration; configures the function that was invoked. */
  DIGESTER("digester.dev/v1alpha1", "Digester"),
  /** The catalog's set-image: runs just that function. */
  SET_IMAGE("fn.kpt.dev/v1alpha1", "SetImage"),
  /** kustomize's images transformer: runs just that function. */
  IMAGE_TAG_TRANSFORMER("builtin", "ImageTagTransformer");

  static final Key API_VERSION_KEY = Key.of("apiVersion");
  static final Key KIND_KEY = Key.of("kind");

  private final String apiVersion;
  private final String kind;

  ConfigurationKind(String apiVersion, String kind) {
    this.apiVersion = apiVersion;
    this.kind = kind;
  }

  public String apiVersion() {
    return apiVersion;
  }

  public String kind() {
    return kind;
  }

  /**
   * The kind of a functionConfig.
   *
   * @throws ConfigurationException if it is none of these
   */
  public static ConfigurationKind of(Mapping functionConfig) {
    return of(functionConfig, Source.ofFunctionConfig(functionConfig));
  }

  static ConfigurationKind of(Mapping config, Source source) {
    Optional<String> apiVersion = config.scalar(API_VERSION_KEY).map(Scalar::value);
    Optional<String> kind = config.scalar(KIND_KEY).map(Scalar::value);
    for (ConfigurationKind known : values()) {
      if (kind.equals(Optional.of(known.kind))
          && apiVersion.equals(Optional.of(known.apiVersion))) {
        return known;
      }
    }
    List<String> accepted = Arrays.stream(values()).map(ConfigurationKind::toString).toList();
    throw source.problem(
        config.line(),
        "%s is not accepted: use %s"
            .formatted(described(apiVersion, kind), Words.either(accepted)));
  }

  private static String described(Optional<String> apiVersion, Optional<String> kind) {
    return kind.map(k -> "kind " + Words.quoted(k)).orElse("an object without kind")
        + apiVersion.map(v -> " of " + Words.quoted(v)).orElse(" without apiVersion");
  }

  /** As messages name it. */
  @Override
  public String toString() {
    return kind + " (" + apiVersion + ")";
  }
}
