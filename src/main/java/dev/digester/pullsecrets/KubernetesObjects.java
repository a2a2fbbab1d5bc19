package dev.digester.pullsecrets;

import dev.digester.credentials.PullSecret;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is read of a Secret (core/v1) and of a ServiceAccount. */
final class KubernetesObjects {
  private static final Key TYPE = Key.of("type");
  private static final Key DATA = Key.of("data");
  private static final Key STRING_DATA = Key.of("stringData");
  private static final Key IMAGE_PULL_SECRETS = Key.of("imagePullSecrets");
  private static final Key NAME = Key.of("name");

  private KubernetesObjects() {}

  /**
   * @param place the Secret's name for people
   */
  static PullSecret secret(Mapping secret, String place) {
    return new PullSecret(
        place,
        secret.scalar(TYPE).flatMap(KubernetesObjects::text).orElse(""),
        texts(secret, DATA),
        texts(secret, STRING_DATA));
  }

  private static Map<String, String> texts(Mapping secret, Key key) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Mapping.Entry entry : secret.mapping(key).map(Mapping::entries).orElse(List.of())) {
      if (entry.key() instanceof Scalar name && entry.value() instanceof Scalar value) {
        text(value).ifPresent(text -> texts.put(name.value(), text));
      }
    }
    return texts;
  }

  private static Optional<String> text(Scalar scalar) {
    return scalar.isNull() ? Optional.empty() : Optional.of(scalar.value());
  }

  /** The names that a ServiceAccount adds to those of its pods. */
  static List<String> imagePullSecrets(Mapping account) {
    return mappings(account, IMAGE_PULL_SECRETS)
        .flatMap(secret -> secret.scalar(NAME).flatMap(KubernetesObjects::text).stream())
        .toList();
  }

  /** The mappings among the elements of a sequence. */
  static Stream<Mapping> mappings(Mapping owner, Key key) {
    List<Node> elements = owner.sequence(key).map(Sequence::elements).orElse(List.of());
    return elements.stream()
        .flatMap(node -> node instanceof Mapping mapping ? Stream.of(mapping) : Stream.empty());
  }
}
