package dev.digester.demo;

import static dev.digester.demo.ImageFormat.DOCKER;
import static dev.digester.demo.ImageFormat.OCI;

import java.util.List;

/** The images that the examples use, one of each kind that registries hold. */
final class DemoImages {
  /** The hosts that the demo's registry stands in for. */
  static final List<String> HOSTS = List.of("docker.io", "ghcr.io", "quay.io", "registry.k8s.io");

  private DemoImages() {}

  static List<TinyImage> all() {
    return List.of(
        TinyImage.multi(OCI, "docker.io/library/nginx", "1.26"),
        TinyImage.multi(OCI, "docker.io/library/nginx", "1.27"),
        TinyImage.multi(OCI, "docker.io/library/postgres", "16"),
        TinyImage.multi(OCI, "docker.io/library/postgres", "17"),
        TinyImage.multi(DOCKER, "docker.io/library/redis", "7.4"),
        TinyImage.single(DOCKER, "docker.io/library/busybox", "latest"),
        TinyImage.multi(OCI, "ghcr.io/stefanprodan/podinfo", "6.7.1"),
        TinyImage.single(OCI, "quay.io/crio/artifact", "v1"),
        TinyImage.multi(DOCKER, "quay.io/nginx/nginx-prometheus-exporter", "1.4.0"),
        TinyImage.multi(DOCKER, "quay.io/oliver006/redis_exporter", "v1.67.0"),
        TinyImage.multi(OCI, "registry.k8s.io/kubectl", "v1.33.1"));
  }
}
