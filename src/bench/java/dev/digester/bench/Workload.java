package dev.digester.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * An input to measure.
 *
 * @param name as in the report
 * @param content writes the list
 * @param requests how many lookups it needs; absent where none is allowed to matter
 * @param quick whether it belongs to the quick run
 */
record Workload(String name, Content content, OptionalInt requests, boolean quick) {
  interface Content {
    void write(PrintWriter out);
  }

  /** All of them; images that are looked up lie in the registry at {@code host}. */
  static List<Workload> all(String host) {
    String remote = host + "/team/app-%05d:v1";
    return List.of(
        new Workload("empty list", out -> Lists.list(out, "", 0, i -> ""), none(), true),
        new Workload(
            "1 pinned Pod",
            out -> Lists.list(out, "", 1, i -> Lists.pod(i, List.of(pinned(i)))),
            none(),
            true),
        new Workload(
            "1 Pod, 1 look-up",
            out -> Lists.list(out, "", 1, i -> Lists.pod(i, List.of(remote.formatted(0)))),
            of(1),
            true),
        pinnedResources(500, true),
        pinnedResources(5_000, false),
        pinnedResources(50_000, false),
        new Workload(
            "100 Deployments, 100 images",
            out -> Lists.list(out, "", 100, i -> Lists.deployment(i, remote.formatted(i), "")),
            of(100),
            true),
        new Workload(
            "500 Deployments, 20 images",
            out -> Lists.list(out, "", 500, i -> Lists.deployment(i, remote.formatted(i % 20), "")),
            of(20),
            true),
        new Workload(
            "5,000 containers, 1 image",
            out ->
                Lists.list(
                    out,
                    "",
                    500,
                    i -> Lists.pod(i, java.util.Collections.nCopies(10, remote.formatted(0)))),
            of(1),
            false),
        new Workload(
            "setters, 5,000 Deployments",
            out ->
                Lists.list(
                    out,
                    SETTERS,
                    5_000,
                    i ->
                        Lists.deployment(
                            i,
                            "registry.example/team/app:v1",
                            " # kpt-set: registry.example/team/app:${tag}")),
            none(),
            false),
        new Workload(
            "images, 500 entries x 500 Deployments",
            out ->
                Lists.list(
                    out,
                    images(500),
                    500,
                    i -> Lists.deployment(i, "registry.example/team/app-%05d:v1".formatted(i), "")),
            none(),
            false));
  }

  private static final String SETTERS =
      """
      functionConfig:
        apiVersion: digester.dev/v1alpha1
        kind: Digester
        metadata:
          name: bench
        spec:
          resolve: false
          setters:
            tag: v2
      """;

  private static String images(int entries) {
    StringBuilder config =
        new StringBuilder(
            """
            functionConfig:
              apiVersion: digester.dev/v1alpha1
              kind: Digester
              metadata:
                name: bench
              spec:
                resolve: false
                images:
            """);
    for (int i = 0; i < entries; i++) {
      config.append("    - {name: registry.example/team/app-%05d, newTag: v2}\n".formatted(i));
    }
    return config.toString();
  }

  private static Workload pinnedResources(int count, boolean quick) {
    return new Workload(
        "%,d pinned resources".formatted(count),
        out -> Lists.list(out, "", count, i -> Lists.mixed(i, pinned(i))),
        none(),
        quick);
  }

  private static String pinned(int i) {
    return "registry.example/team/app-%05d:v1@sha256:%064x".formatted(i, i);
  }

  private static OptionalInt none() {
    return OptionalInt.empty();
  }

  private static OptionalInt of(int requests) {
    return OptionalInt.of(requests);
  }

  /** Writes the input below a directory. */
  Path writeTo(Path folder) throws IOException {
    Path file = folder.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".yaml");
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      content.write(out);
    }
    return file;
  }
}
