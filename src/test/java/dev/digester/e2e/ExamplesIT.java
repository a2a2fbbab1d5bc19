package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.demo.PublicRegistries;
import dev.digester.diff.UnifiedDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples as their READMEs say that they are used. */
class ExamplesIT {
  private static final boolean UPDATE = Boolean.getBoolean("digester.golden.update");

  @TempDir Path keys;
  @TempDir Path clone;

  @NeedsProgram("kpt")
  @ParameterizedTest
  @ValueSource(strings = {"web", "batch", "release"})
  void a_package_is_pinned_by_its_own_pipeline_as_its_diff_says(String name) throws Exception {
    try (PublicRegistries registries = PublicRegistries.start(keys)) {
      Workspace workspace = Workspace.in(clone, registries);

      workspace.command("kpt", "fn", "render", "examples/" + name, "--allow-exec").run().orFail();

      Path expected = Path.of("examples", name, "expected.diff");
      String diff = diff(workspace, name);
      if (UPDATE) {
        Files.writeString(expected, diff);
      }
      assertThat(diff).isEqualTo(Files.readString(expected));
    }
  }

  @NeedsProgram("kpt")
  @Test
  void a_second_run_asks_nothing_and_changes_nothing() throws Exception {
    try (PublicRegistries registries = PublicRegistries.start(keys)) {
      Workspace workspace = Workspace.in(clone, registries);
      Command render = workspace.command("kpt", "fn", "render", "examples/web", "--allow-exec");
      render.run().orFail();
      String pinned = workspace.read("examples/web/deployment.yaml");
      List<String> requests = registries.requests();

      render.run().orFail();

      assertThat(workspace.read("examples/web/deployment.yaml")).isEqualTo(pinned);
      assertThat(registries.requests())
          .isEqualTo(requests)
          .containsExactlyInAnyOrder(
              "HEAD registry-1.docker.io/v2/library/nginx/manifests/1.27",
              "HEAD ghcr.io/v2/stefanprodan/podinfo/manifests/6.7.1",
              "HEAD quay.io/v2/nginx/nginx-prometheus-exporter/manifests/1.4.0");
    }
  }

  @NeedsProgram("kustomize")
  @Test
  void a_kustomization_is_built_with_pinned_images() throws Exception {
    try (PublicRegistries registries = PublicRegistries.start(keys)) {
      Outcome build =
          Workspace.in(clone, registries)
              .command("kustomize", "build", "--enable-alpha-plugins", "--enable-exec")
              .with("examples/kustomize")
              .run()
              .orFail();

      assertThat(build.err()).isEmpty();
      assertThat(build.out().lines().map(String::strip).filter(line -> line.contains("image:")))
          .containsExactly(
              "- image: redis:7.4@sha256:cc9bb85d0a0381efc3bfa00b48d9aef5fa13248d4ea5adeb8623938a01795478",
              "- image: quay.io/oliver006/redis_exporter:v1.67.0@sha256:31ebda5c9e846178f96c0e004d0c4f78a723ea3b29527deec32eb5a926fc37ec");
    }
  }

  private static String diff(Workspace workspace, String name) throws IOException {
    Path folder = Path.of("examples", name);
    StringBuilder diff = new StringBuilder();
    try (Stream<Path> paths = Files.list(folder).sorted()) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        String file = path.getFileName().toString();
        diff.append(UnifiedDiff.of(file, Files.readString(path), workspace.read(path.toString())));
      }
    }
    return diff.toString();
  }
}
