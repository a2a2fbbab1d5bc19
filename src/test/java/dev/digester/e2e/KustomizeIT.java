package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * digester as a transformer of kustomize, which shows nothing of a function but its standard error.
 */
@NeedsProgram({RealRegistry.PROGRAM, "kustomize"})
class KustomizeIT {
  private static final TestImage APP = TestImage.oci("team/app:v1");

  @TempDir private static Path data;
  private static RealRegistry registry;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    registry = RealRegistry.plain(data).seed(APP);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void a_transformer_pins_the_build_and_nothing_else_changes() throws IOException {
    write(registry.reference(APP), "transformers: [digester.yaml]", "{}");
    String pinned = build().orFail().out();
    write(registry.reference(APP), "", "{}");
    String plain = build().orFail().out();
    assertThat(pinned)
        .isEqualTo(
            plain.replace(registry.reference(APP), registry.reference(APP) + "@" + APP.digest()));
  }

  @Test
  void its_configuration_is_read() throws IOException {
    write(
        registry.reference(APP),
        "transformers: [digester.yaml]",
        "{skip: ['" + registry.address() + "/']}");
    assertThat(build().orFail().out()).contains(registry.reference(APP)).doesNotContain("sha256");
  }

  @Test
  void a_failure_ends_the_build_and_its_line_reaches_the_user() throws IOException {
    write(registry.address() + "/team/app:v404", "transformers: [digester.yaml]", "{}");
    Outcome outcome = build();
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("team/app:v404").contains("spec.template.spec.containers");
  }

  private Outcome build() {
    return ProgramUnderTest.startedBy("kustomize", "build")
        .with("--enable-alpha-plugins", "--enable-exec", folder.toString())
        .run();
  }

  private void write(String image, String transformers, String spec) throws IOException {
    Files.writeString(
        folder.resolve("kustomization.yaml"), "resources: [deployment.yaml]\n" + transformers);
    Files.writeString(
        folder.resolve("deployment.yaml"),
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: shop}
        spec:
          template:
            spec:
              containers:
              - {name: app, image: "%s"}
        """
            .formatted(image));
    Files.writeString(
        folder.resolve("digester.yaml"),
        """
        apiVersion: digester.dev/v1alpha1
        kind: Digester
        metadata:
          name: digester
          annotations:
            config.kubernetes.io/function: |
              exec:
                path: %s
        spec: %s
        """
            .formatted(ProgramUnderTest.file(), spec));
  }
}
