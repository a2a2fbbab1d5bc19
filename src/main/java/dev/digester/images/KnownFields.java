package dev.digester.images;

import dev.digester.config.FieldSpec;
import java.util.List;
import java.util.stream.Stream;

/** The places that other tools look at without being told. */
final class KnownFields {
  private static final List<String> CONTAINERS =
      List.of("containers[]/image", "initContainers[]/image");

  private static final String POD = "spec/";
  private static final String TEMPLATE = "spec/template/spec/";
  private static final String CRON_JOB = "spec/jobTemplate/spec/template/spec/";
  private static final String POD_TEMPLATE = "template/spec/";

  private KnownFields() {}

  /**
   * kustomize's defaults, but for containers: those are found at any depth anyway, and a walk less
   * for each of them counts in lists of thousands.
   *
   * @see <a
   *     href="https://github.com/kubernetes-sigs/kustomize/blob/api/v0.21.1/api/internal/konfig/builtinpluginconsts/images.go">its
   *     list of image fields</a>
   */
  static List<FieldSpec> kustomizeBesideContainers() {
    return Stream.of(POD, TEMPLATE)
        .map(prefix -> FieldSpec.of("", "", prefix + "volumes[]/image/reference"))
        .toList();
  }

  /** Those of the catalog's set-image, with the kinds and the containers that it forgets. */
  static List<FieldSpec> setImage() {
    Stream<FieldSpec> templates =
        Stream.of(
                "Deployment",
                "StatefulSet",
                "ReplicaSet",
                "DaemonSet",
                "ReplicationController",
                "Job")
            .flatMap(kind -> of(kind, TEMPLATE, CONTAINERS));
    return Stream.of(
            of("Pod", POD, CONTAINERS),
            templates,
            of("CronJob", CRON_JOB, CONTAINERS),
            of("PodTemplate", POD_TEMPLATE, CONTAINERS))
        .flatMap(specs -> specs)
        .toList();
  }

  private static Stream<FieldSpec> of(String kind, String prefix, List<String> paths) {
    return paths.stream().map(path -> FieldSpec.of("", kind, prefix + path));
  }
}
