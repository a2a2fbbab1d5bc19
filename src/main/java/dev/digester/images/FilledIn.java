package dev.digester.images;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Scalar;
import java.util.ArrayList;
import java.util.List;

/**
 * Images that another program writes when a pod is admitted. Istio's injection takes {@code auto}
 * for its placeholder, in the container {@code istio-proxy} of any pod and in pods that choose a
 * template of their own.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/setup/additional-setup/gateway/#deploying-a-gateway">Istio,
 *     Deploying a gateway</a>
 */
final class FilledIn {
  static final String BY_ISTIO = "filled in by Istio";

  private static final String PLACEHOLDER = "auto";
  private static final String PROXY = "istio-proxy";
  private static final List<String> PREFIXES = List.of("inject.istio.io/", "sidecar.istio.io/");

  private static final Key METADATA = Key.of("metadata");
  private static final List<Key> WORDS = List.of(Key.of("annotations"), Key.of("labels"));

  private FilledIn() {}

  /** Whether Istio writes the image of a field that reads so. */
  static boolean byIstio(ImageField field, String image) {
    return image.equals(PLACEHOLDER)
        && (field.container().filter(PROXY::equals).isPresent() || isInjected(field));
  }

  /** Istio looks at the pod template only, which is the innermost around the field. */
  private static boolean isInjected(ImageField field) {
    List<Mapping> owners = new ArrayList<>();
    PodSpecs.forEach(
        field.resource().node(),
        podSpec -> {
          if (field.place().path().isBelow(podSpec.path())) {
            owners.add(podSpec.owner());
          }
        });
    return !owners.isEmpty() && isInjected(owners.getLast());
  }

  private static boolean isInjected(Mapping owner) {
    return WORDS.stream()
        .flatMap(words -> owner.mapping(METADATA).flatMap(all -> all.mapping(words)).stream())
        .flatMap(words -> words.entries().stream())
        .anyMatch(word -> word.key() instanceof Scalar key && isOfIstio(key.value()));
  }

  private static boolean isOfIstio(String key) {
    return PREFIXES.stream().anyMatch(key::startsWith);
  }
}
