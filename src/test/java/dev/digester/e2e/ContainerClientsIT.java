package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The image under kpt and kustomize, as users name it in commands and pipelines. */
@NeedsImage
@NeedsProgram({RealRegistry.PROGRAM, "kpt", "kustomize"})
class ContainerClientsIT {
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

  @ParameterizedTest
  @EnumSource
  void kpt_runs_it_once_over_a_package(Engine engine) throws IOException {
    write(registry, "");
    eval(engine).with("--network").run().orFail();
    assertThat(pod()).contains(registry.reference(APP) + "@" + APP.digest());
  }

  @ParameterizedTest
  @EnumSource
  void kpt_runs_it_with_every_render(Engine engine) throws IOException {
    write(registry, "pipeline: {mutators: [{image: %s}]}".formatted(engine.image()));
    engine.client("kpt", "fn", "render", folder.toString(), "--allow-network").run().orFail();
    assertThat(pod()).contains(registry.reference(APP) + "@" + APP.digest());
  }

  @Test
  void without_a_network_kpt_fails_and_shows_how_to_ask_for_it() throws IOException {
    write(registry, "pipeline: {mutators: [{image: %s}]}".formatted(Engine.PODMAN.image()));
    String before = pod();
    for (Command command :
        new Command[] {
          eval(Engine.PODMAN), Engine.PODMAN.client("kpt", "fn", "render", folder.toString())
        }) {
      Outcome outcome = command.run();
      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.err()).contains("team/app:v1", "--network (kpt fn eval)");
      assertThat(outcome.err()).contains("--allow-network (kpt fn render)");
    }
    assertThat(pod()).isEqualTo(before);
  }

  @Test
  void kpt_documents_it() {
    Outcome doc =
        Engine.PODMAN.client("kpt", "fn", "doc", "--image", Engine.PODMAN.image()).run().orFail();
    assertThat(doc.out()).contains("Usage: digester");
  }

  /** The file is its owner's only, as docker login writes it, so no one cannot read it. */
  @Test
  void kpt_lends_it_the_credentials_of_the_user(@TempDir Path other) throws IOException {
    try (RealRegistry closed =
        RealRegistry.start(other, new RealRegistry.Access.Basic(), Optional.empty()).seed(APP)) {
      write(closed, "");
      Path docker = Files.createDirectory(other.resolve("docker"));
      Path config = docker.resolve("config.json");
      Files.writeString(config, RealRegistry.dockerConfig(closed.address()));
      Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
      Command lent =
          eval(Engine.PODMAN)
              .with("--network", "--mount", "type=bind,src=%s,dst=/docker".formatted(docker))
              .with("--env", "DOCKER_CONFIG=/docker");

      Outcome refused = lent.run();
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err()).contains("/docker/config.json");
      lent.with("--as-current-user").run().orFail();
      assertThat(pod()).contains(closed.reference(APP) + "@" + APP.digest());
    }
  }

  @Test
  void kustomize_runs_it_as_a_transformer() throws IOException {
    write(registry, "");
    Outcome build = kustomize("network: true").with("--network").run().orFail();
    assertThat(build.err()).isEmpty();
    assertThat(build.out()).contains(registry.reference(APP) + "@" + APP.digest());
  }

  @Test
  void kustomize_shows_how_to_ask_for_a_network() throws IOException {
    write(registry, "");
    assertThat(kustomize("network: false").run().err())
        .contains("team/app:v1", "network: true (kustomize)");
  }

  private Command eval(Engine engine) {
    return engine.client("kpt", "fn", "eval", folder.toString(), "--image", engine.image());
  }

  private Command kustomize(String network) throws IOException {
    Path build = Files.createDirectory(folder.resolve("build"));
    Files.copy(folder.resolve("pod.yaml"), build.resolve("pod.yaml"));
    Files.writeString(
        build.resolve("kustomization.yaml"),
        "resources: [pod.yaml]\ntransformers: [digester.yaml]\n");
    Files.writeString(
        build.resolve("digester.yaml"),
        """
        apiVersion: digester.dev/v1alpha1
        kind: Digester
        metadata:
          name: digester
          annotations:
            config.kubernetes.io/function: |
              container:
                image: %s
                %s
        """
            .formatted(Engine.DOCKER.image(), network));
    return Engine.DOCKER
        .client("kustomize", "build", "--enable-alpha-plugins")
        .with(build.toString());
  }

  private void write(RealRegistry from, String pipeline) throws IOException {
    Files.writeString(
        folder.resolve("Kptfile"),
        "apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata:\n  name: shop\n" + pipeline + "\n");
    Files.writeString(
        folder.resolve("pod.yaml"),
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: shop
        spec:
          containers:
          - name: app
            image: %s
        """
            .formatted(from.reference(APP)));
  }

  private String pod() throws IOException {
    return Files.readString(folder.resolve("pod.yaml"));
  }
}
