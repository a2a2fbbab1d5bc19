package dev.digester.images;

import dev.digester.document.FieldPath;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
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

  private static final FieldPath OF_POD = FieldPath.of("spec");
  private static final FieldPath OF_WORKLOAD = FieldPath.of("spec", "template", "spec");
  private static final FieldPath OF_CRON_JOB =
      FieldPath.of("spec", "jobTemplate", "spec", "template", "spec");
  private static final FieldPath OF_POD_TEMPLATE = FieldPath.of("template", "spec");

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
    Optional<Mapping> spec = visit(resource, OF_POD, visitor);
    if (spec.isPresent()) {
      template(spec.get(), OF_WORKLOAD, visitor);
      Optional<Mapping> job = spec.get().mapping(JOB_TEMPLATE).flatMap(of -> of.mapping(SPEC));
      if (job.isPresent()) {
        template(job.get(), OF_CRON_JOB, visitor);
      }
    }
    template(resource, OF_POD_TEMPLATE, visitor);
  }

  private static void template(Mapping owner, FieldPath path, Consumer<PodSpec> visitor) {
    Optional<Mapping> template = owner.mapping(TEMPLATE);
    if (template.isPresent()) {
      visit(template.get(), path, visitor);
    }
  }

  /** Visits what may be the pod spec of an owner, and gives it. */
  private static Optional<Mapping> visit(Mapping owner, FieldPath path, Consumer<PodSpec> visitor) {
    Optional<Mapping> spec = owner.mapping(SPEC);
    if (spec.isPresent()) {
      visitor.accept(new PodSpec(owner, spec.get(), path));
    }
    return spec;
  }
}
