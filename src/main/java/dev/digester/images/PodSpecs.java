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

  private static final List<Way> WAYS =
      List.of(
          Way.of(),
          Way.of(SPEC, TEMPLATE),
          Way.of(SPEC, JOB_TEMPLATE, SPEC, TEMPLATE),
          Way.of(TEMPLATE));

  private PodSpecs() {}

  /**
   * A pod spec.
   *
   * @param owner what has the pod spec's metadata: the resource itself or its pod template
   * @param spec the pod spec
   * @param path of the pod spec, from the resource's root
   */
  record PodSpec(Mapping owner, Mapping spec, FieldPath path) {}

  /**
   * A way to a pod spec.
   *
   * @param owner the keys down to what has the pod spec
   * @param path of the pod spec
   */
  private record Way(List<Key> owner, FieldPath path) {
    static Way of(Key... owner) {
      FieldPath path = FieldPath.root();
      for (Key key : owner) {
        path = path.field(key.toString());
      }
      return new Way(List.of(owner), path.field(SPEC.toString()));
    }

    Optional<Mapping> descend(Mapping from) {
      Optional<Mapping> at = Optional.of(from);
      for (int i = 0; i < owner.size() && at.isPresent(); i++) {
        at = at.get().mapping(owner.get(i));
      }
      return at;
    }
  }

  static void forEach(Mapping resource, Consumer<PodSpec> visitor) {
    for (Way way : WAYS) {
      Optional<Mapping> owner = way.descend(resource);
      Optional<Mapping> spec = owner.flatMap(mapping -> mapping.mapping(SPEC));
      if (owner.isPresent() && spec.isPresent()) {
        visitor.accept(new PodSpec(owner.get(), spec.get(), way.path()));
      }
    }
  }
}
