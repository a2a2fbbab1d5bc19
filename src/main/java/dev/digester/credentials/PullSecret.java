package dev.digester.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import java.util.Map;
import java.util.Optional;

/**
 * A Secret of Kubernetes that a workload names under {@code imagePullSecrets}, directly or through
 * its ServiceAccount. Its {@code toString} shows the place only.
 *
 * @param place the Secret's name for people, such as {@code Secret shop/registry of the package}
 * @param type {@code kubernetes.io/dockerconfigjson} or {@code kubernetes.io/dockercfg}; a Secret
 *     of another type holds no credential for a registry, as for a kubelet
 * @param data the Secret's {@code data}: base64 by key
 * @param stringData the Secret's {@code stringData}: text by key, which goes before {@code data}
 */
public record PullSecret(
    String place, String type, Map<String, String> data, Map<String, String> stringData) {

  /**
   * What became of reading a Secret.
   *
   * @param keys none where there was a problem
   */
  record Content(AuthKeys keys, Optional<String> problem) {}

  /** The type of a Secret that is missing; a Secret of a package cannot have it. */
  private static final String MISSING = " missing";

  public PullSecret {
    data = Map.copyOf(data);
    stringData = Map.copyOf(stringData);
  }

  /**
   * A Secret that a workload names and that is nowhere: an image may do without it, and the error
   * names it if the registry refuses.
   *
   * @param place the Secret's name for people
   */
  public static PullSecret missing(String place) {
    return new PullSecret(place, MISSING, Map.of(), Map.of());
  }

  /**
   * Reads the Secret; helpers that its JSON names are not run: a package is no place to name
   * programs.
   */
  Content read() {
    return switch (type) {
      case "kubernetes.io/dockerconfigjson" -> read(".dockerconfigjson", AuthConfig::parse);
      case "kubernetes.io/dockercfg" -> read(".dockercfg", AuthConfig::parseLegacy);
      case MISSING -> broken("is missing, though imagePullSecrets names it");
      default -> broken("has a type that holds no credentials for registries");
    };
  }

  private interface Parser {
    AuthConfig parse(SourceText text);
  }

  private Content read(String key, Parser parser) {
    Optional<String> plain = Optional.ofNullable(stringData.get(key));
    Optional<String> encoded = Optional.ofNullable(data.get(key));
    if (plain.isEmpty() && encoded.isEmpty()) {
      return broken("has no " + key);
    }
    return plain
        .map(text -> text.getBytes(UTF_8))
        .or(() -> encoded.flatMap(Base64Text::decode))
        .map(bytes -> parse(key, bytes, parser))
        .orElseGet(() -> broken("has a %s that is not base64".formatted(key)));
  }

  private Content parse(String key, byte[] bytes, Parser parser) {
    try {
      AuthConfig config = parser.parse(SourceText.of(bytes));
      return new Content(AuthKeys.inPullSecret(config.auths()), Optional.empty());
    } catch (DocumentException e) {
      // The reason may quote the Secret: the line is enough.
      return broken(
          "has a %s whose line %d is not what a docker configuration has there"
              .formatted(key, e.line()));
    }
  }

  private Content broken(String reason) {
    return new Content(AuthKeys.inPullSecret(Map.of()), Optional.of(place + " " + reason));
  }

  @Override
  public String toString() {
    return "PullSecret[" + place + "]";
  }
}
