package dev.digester.images;

import dev.digester.config.FieldSpec;
import java.util.List;
import java.util.stream.Stream;

/** The places that other tools look at without being told. */
final class KnownFields {
  private static final List<String> IMAGES =
      List.of("containers[]/image", "initContainers[]/image", "volumes[]/image/reference");

  private static final String POD = "spec/";
  private static final String TEMPLATE = "spec/template/spec/";
  private static final String CRON_JOB = "spec/jobTemplate/spec/template/spec/";
  private static final String POD_TEMPLATE = "template/spec/";

  private KnownFields() {}

  /**
   * kustomize's defaults.
   *
   * @see <a
   *     href="https://github.com/kubernetes-sigs/kustomize/blob/api/v0.21.1/api/internal/konfig/builtinpluginconsts/images.go">its
   *     list of image fields</a>
   */
  static List<FieldSpec> kustomize() {
    return Stream.of(POD, TEMPLATE).flatMap(prefix -> of("", prefix, IMAGES)).toList();
  }

  /** Those of the catalog's set-image, with the kinds and the containers that it forgets. */
  static List<FieldSpec> setImage() {
    List<String> containers = IMAGES.subList(0, 2);
    Stream<FieldSpec> templates =
        Stream.of(
                "Deployment",
                "StatefulSet",
                "ReplicaSet",
                "DaemonSet",
                "ReplicationController",
                "Job")
            .flatMap(kind -> of(kind, TEMPLATE, containers));
    return Stream.of(
            of("Pod", POD, containers),
            templates,
            of("CronJob", CRON_JOB, containers),
            of("PodTemplate", POD_TEMPLATE, containers))
        .flatMap(specs -> specs)
        .toList();
  }

  private static Stream<FieldSpec> of(String kind, String prefix, List<String> paths) {
    return paths.stream().map(path -> FieldSpec.of("", kind, prefix + path));
  }
}
