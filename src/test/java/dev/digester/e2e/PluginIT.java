package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * digester as an exec plugin of kustomize: the only way to run a program from {@code kubectl
 * kustomize}.
 */
@NeedsProgram({RealRegistry.PROGRAM, "kubectl"})
class PluginIT {
  private static final TestImage APP = TestImage.oci("team/app:v1");
  private static final String CONFIGURATION = "KUSTOMIZE_PLUGIN_CONFIG_STRING";
  private static final String DIGESTER =
      "apiVersion: digester.dev/v1alpha1\nkind: Digester\nmetadata: {name: digester}\n";

  @TempDir private static Path data;
  private static RealRegistry registry;

  @TempDir private Path home;
  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    registry = RealRegistry.plain(data).seed(APP);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @BeforeEach
  void install() {
    Outcome outcome = installPlugin().orFail();
    assertThat(outcome.out().lines())
        .containsExactly(
            home + "/digester.dev/v1alpha1/digester/Digester",
            home + "/fn.kpt.dev/v1alpha1/setimage/SetImage");
  }

  /** JUnit warns of links that lead out of its directories. */
  @AfterEach
  void removeLinks() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  @Test
  void kubectl_pins_the_build_and_nothing_else_changes() throws IOException {
    write(registry.reference(APP), "transformers: [digester.yaml]");
    String pinned = build().orFail().out();
    write(registry.reference(APP), "");
    assertThat(pinned)
        .isEqualTo(
            build()
                .orFail()
                .out()
                .replace(registry.reference(APP), registry.reference(APP) + "@" + APP.digest()));
  }

  @Test
  void kubectl_retags_by_the_function_of_another_kind_without_a_look_up() throws IOException {
    write("nowhere.invalid/team/app:v1", "transformers: [set-image.yaml]");
    Files.writeString(
        folder.resolve("set-image.yaml"),
        """
        apiVersion: fn.kpt.dev/v1alpha1
        kind: SetImage
        metadata: {name: set-image}
        image: {name: nowhere.invalid/team/app, newTag: v2}
        """);
    assertThat(build().orFail().out()).contains("image: nowhere.invalid/team/app:v2\n");
  }

  @Test
  void a_failure_ends_the_build_and_its_line_reaches_the_user() throws IOException {
    write(registry.address() + "/team/app:v404", "transformers: [digester.yaml]");
    Outcome outcome = build();
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("team/app:v404");
  }

  @Test
  void links_are_replaced_and_files_are_not() throws IOException {
    Path link = home.resolve("digester.dev/v1alpha1/digester/Digester");
    installPlugin().orFail();
    Files.delete(link);
    Files.createSymbolicLink(link, Path.of("/nowhere"));
    installPlugin().orFail();
    assertThat(link).isSymbolicLink();
    assertThat(link.toRealPath()).isEqualTo(ProgramUnderTest.file().toRealPath());
    Files.delete(link);
    Files.writeString(link, "mine");
    Outcome refused = installPlugin();
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains(link.toString()).hasLineCount(1);
    assertThat(link).hasContent("mine");
  }

  @Test
  void a_stream_goes_in_and_out_byte_for_byte_but_for_the_digests() throws IOException {
    String stream =
        "# one\nkind: Pod\nspec:\n  containers:\n  - image: '%s' # ours\n---\n---\nkind: Service\n"
            .formatted(registry.reference(APP));
    Outcome outcome = plugin(DIGESTER).run(stream);
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .isEqualTo(
            stream.replace(registry.reference(APP), registry.reference(APP) + "@" + APP.digest()));
  }

  @Test
  void no_resources_are_not_output() throws IOException {
    assertThat(plugin(DIGESTER).run("")).isEqualTo(new Outcome(0, "", ""));
  }

  @Test
  void what_is_wrong_is_one_line_and_no_output() throws IOException {
    assertFails(plugin(DIGESTER).run("kind: [\n"), 1, "line");
    assertFails(plugin(DIGESTER).run("- a\n"), 1, "not a mapping");
    assertFails(plugin(DIGESTER + "spec: {resolv: false}\n").run("kind: Pod\n"), 1, "spec.resolv");
    assertFails(plugin("- a\n").run("kind: Pod\n"), 1, CONFIGURATION);
    assertFails(ProgramUnderTest.command("/nowhere/config.yaml").run(), 2, "/nowhere/config.yaml");
    assertFails(ProgramUnderTest.command(configFile().toString()).run(), 2, CONFIGURATION);
  }

  private static void assertFails(Outcome outcome, int exitCode, String words) {
    assertThat(outcome.exitCode()).isEqualTo(exitCode);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains(words).hasLineCount(1);
  }

  private Command plugin(String configuration) throws IOException {
    return ProgramUnderTest.command(configFile().toString()).env(CONFIGURATION, configuration);
  }

  private Path configFile() throws IOException {
    return Files.writeString(folder.resolve("config"), "unread");
  }

  private Outcome installPlugin() {
    return ProgramUnderTest.command("kustomize", "install-plugin")
        .env("KUSTOMIZE_PLUGIN_HOME", home.toString())
        .run();
  }

  private Outcome build() {
    return ProgramUnderTest.startedBy("kubectl", "kustomize", "--enable-alpha-plugins")
        .with(folder.toString())
        .env("KUSTOMIZE_PLUGIN_HOME", home.toString())
        .run();
  }

  private void write(String image, String transformers) throws IOException {
    Files.writeString(
        folder.resolve("kustomization.yaml"), "resources: [pod.yaml]\n" + transformers + "\n");
    Files.writeString(folder.resolve("digester.yaml"), DIGESTER);
    Files.writeString(
        folder.resolve("pod.yaml"),
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: shop}
        spec:
          containers:
          - {name: app, image: "%s"}
        """
            .formatted(image));
  }
}
