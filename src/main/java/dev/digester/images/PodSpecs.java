package dev.digester.images;

import dev.digester.document.FieldPath;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where pod specs are, in resources of any kind: {@code spec} (Pod), {@code spec.template.spec}
 * (Deployment and all that embed a pod template), {@code spec.jobTemplate.spec.template.spec}
 * (CronJob), {@code template.spec} (PodTemplate).
 */
final class PodSpecs {
  private static final Key SPEC = Key.of("spec");
  private static final Key TEMPLATE = Key.of("template");
  private static final Key JOB_TEMPLATE = Key.of("jobTemplate");

  private static final List<List<Key>> OWNERS =
      List.of(
          List.of(),
          List.of(SPEC, TEMPLATE),
          List.of(SPEC, JOB_TEMPLATE, SPEC, TEMPLATE),
          List.of(TEMPLATE));

  private PodSpecs() {}

  /**
   * A pod spec.
   *
   * @param owner what has the pod spec's metadata: the resource itself or its pod template
   * @param spec the pod spec
   * @param path of the pod spec, from the resource's root
   */
  record PodSpec(Mapping owner, Mapping spec, FieldPath path) {}

  static void forEach(Mapping resource, Consumer<PodSpec> visitor) {
    for (List<Key> path : OWNERS) {
      descend(resource, path)
          .ifPresent(owner ->
              owner
                  .mapping(SPEC)
                  .ifPresent(spec -> visitor.accept(new PodSpec(owner, spec, path(path)))));
    }
  }

  private static Optional<Mapping> descend(Mapping from, List<Key> path) {
    Optional<Mapping> at = Optional.of(from);
    for (Key key : path) {
      at = at.flatMap(mapping -> mapping.mapping(key));
    }
    return at;
  }

  private static FieldPath path(List<Key> owner) {
    FieldPath path = FieldPath.root();
    for (Key key : owner) {
      path = path.field(key.toString());
    }
    return path.field(SPEC.toString());
  }
}
