package dev.digester.images;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.krm.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a pod says about the credentials that its images are pulled with (<a
 * href="https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/">Pull
 * an Image from a Private Registry</a>). Names only: nothing here is secret.
 *
 * @param namespace of the resource; empty where it has none
 * @param imagePullSecrets names of Secrets of that namespace, in the pod spec's order
 * @param serviceAccount whose pull secrets are used as well
 */
public record Workload(
    Optional<String> namespace, List<String> imagePullSecrets, String serviceAccount) {
  private static final Key IMAGE_PULL_SECRETS = Key.of("imagePullSecrets");
  private static final Key NAME = Key.of("name");
  private static final Key SERVICE_ACCOUNT_NAME = Key.of("serviceAccountName");

  /** The older spelling, which API servers keep in step with the newer one. */
  private static final Key SERVICE_ACCOUNT = Key.of("serviceAccount");

  /** The ServiceAccount that every namespace has, and that pods run as that name none. */
  private static final String DEFAULT = "default";

  public Workload {
    imagePullSecrets = List.copyOf(imagePullSecrets);
  }

  /** The workload of a pod spec of a resource, or of a resource that has none. */
  static Workload of(Resource resource, Optional<Mapping> podSpec) {
    return new Workload(
        resource.namespace(),
        podSpec.map(Workload::secrets).orElse(List.of()),
        podSpec.flatMap(Workload::account).orElse(DEFAULT));
  }

  private static List<String> secrets(Mapping podSpec) {
    List<Node> named =
        podSpec.sequence(IMAGE_PULL_SECRETS).map(s -> s.elements()).orElse(List.of());
    return named.stream()
        .flatMap(node -> node instanceof Mapping mapping ? Stream.of(mapping) : Stream.empty())
        .flatMap(mapping -> text(mapping, NAME).stream())
        .toList();
  }

  private static Optional<String> account(Mapping podSpec) {
    return text(podSpec, SERVICE_ACCOUNT_NAME).or(() -> text(podSpec, SERVICE_ACCOUNT));
  }

  private static Optional<String> text(Mapping owner, Key key) {
    return owner
        .scalar(key)
        .filter(scalar -> !scalar.isNull())
        .map(Scalar::value)
        .filter(text -> !text.isEmpty());
  }
}
