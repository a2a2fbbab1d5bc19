package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * digester under kpt. kpt encodes files again whatever the function does, so what a file must look
 * like afterwards is what {@code cat} in digester's place makes of it, with digests.
 */
@NeedsProgram({RealRegistry.PROGRAM, "kpt"})
class KptIT {
  private static final TestImage APP = TestImage.oci("team/app:v1");
  private static final TestImage TOOL = TestImage.index("team/tool:1.10");

  @TempDir private static Path data;
  private static RealRegistry registry;

  @TempDir private Path folder;
  private Path pinned;
  private Path copied;

  @BeforeAll
  static void start() throws IOException {
    registry = RealRegistry.plain(data).seed(APP, TOOL);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @BeforeEach
  void writePackages() throws IOException {
    pinned = writePackage("pinned", ProgramUnderTest.file().toString());
    copied = writePackage("copied", "/bin/cat");
  }

  @Test
  void eval_pins_a_package_and_changes_nothing_that_cat_would_not() throws IOException {
    String program = ProgramUnderTest.file().toString();
    kpt("fn", "eval", pinned.toString(), "--exec", program).orFail();
    kpt("fn", "eval", copied.toString(), "--exec", "/bin/cat").orFail();
    assertSameButForDigests();
  }

  @Test
  void render_runs_it_from_a_pipeline() throws IOException {
    kpt("fn", "render", pinned.toString(), "--allow-exec").orFail();
    kpt("fn", "render", copied.toString(), "--allow-exec").orFail();
    assertSameButForDigests();
  }

  @Test
  void render_finds_it_in_path_by_its_name() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("digester"), ProgramUnderTest.file());
    Path byName = writePackage("by-name", "digester");
    ProgramUnderTest.startedBy("kpt", "fn", "render", byName.toString(), "--allow-exec")
        .env("PATH", bin + ":" + System.getenv("PATH"))
        .run()
        .orFail();
    assertThat(deployment(byName)).contains(pinned(APP), pinned(TOOL));
  }

  @Test
  void between_source_and_sink_it_is_a_filter() throws IOException {
    String source = kpt("fn", "source", pinned.toString()).orFail().out();
    String list = ProgramUnderTest.command().run(source).orFail().out();
    Path sunk = sink("sunk", list);
    Path plain = sink("plain", source);
    assertThat(deployment(sunk)).isEqualTo(withDigests(deployment(plain)));
  }

  @Test
  void arguments_configure_it() throws IOException {
    String program = ProgramUnderTest.file().toString();
    String skip = "skip=" + registry.address() + "/team/app";
    kpt("fn", "eval", pinned.toString(), "--exec", program, "--", skip).orFail();
    assertThat(deployment(pinned)).contains(pinned(TOOL)).doesNotContain(pinned(APP));
  }

  @Test
  void an_unknown_tag_fails_the_run_is_named_and_leaves_the_files_alone() throws IOException {
    Path file = pinned.resolve("deployment.yaml");
    String before = Files.readString(file).replace("app:v1", "app:v404");
    Files.writeString(file, before);
    Outcome outcome =
        kpt("fn", "eval", pinned.toString(), "--exec", ProgramUnderTest.file().toString());
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("team/app:v404");
    assertThat(file).hasContent(before);
  }

  @Test
  void results_of_a_run_are_in_the_file_that_kpt_keeps() throws IOException {
    Path results = folder.resolve("results");
    String program = ProgramUnderTest.file().toString();
    kpt("fn", "eval", pinned.toString(), "--exec", program, "--results-dir", results.toString())
        .orFail();
    String kept = Files.readString(results.resolve("results.yaml"));
    Secrets.searchIn(new Outcome(0, kept, ""), "");
    assertThat(kept)
        .contains("path: spec.template.spec.containers[0].image")
        .contains("proposedValue: " + pinned(APP))
        .contains("deployment.yaml");
  }

  private void assertSameButForDigests() throws IOException {
    assertThat(deployment(pinned)).isEqualTo(withDigests(deployment(copied)));
    assertThat(deployment(pinned)).contains(pinned(APP), pinned(TOOL));
  }

  private static Outcome kpt(String... arguments) {
    return ProgramUnderTest.startedBy("kpt").with(arguments).run();
  }

  private Path sink(String name, String list) {
    Path target = folder.resolve(name);
    ProgramUnderTest.startedBy("kpt", "fn", "sink", target.toString()).run(list).orFail();
    return target;
  }

  private static String pinned(TestImage image) {
    return registry.reference(image) + "@" + image.digest();
  }

  private static String withDigests(String text) {
    return text.replace(registry.reference(APP), pinned(APP))
        .replace(registry.reference(TOOL), pinned(TOOL));
  }

  private static String deployment(Path kptPackage) throws IOException {
    return Files.readString(kptPackage.resolve("deployment.yaml"));
  }

  private Path writePackage(String name, String program) throws IOException {
    Path made = Files.createDirectory(folder.resolve(name));
    Files.writeString(
        made.resolve("Kptfile"),
        """
        apiVersion: kpt.dev/v1
        kind: Kptfile
        metadata:
          name: shop
        pipeline:
          mutators:
          - exec: %s
        """
            .formatted(program));
    Files.writeString(
        made.resolve("deployment.yaml"),
        """
        # The shop.
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: shop
          labels: {app: shop, tier: "1"}
        spec:
          replicas: 3
          template:
            spec:
              initContainers:
                - name: migrate
                  image: "%2$s" # quoted
              containers:
                - name: app
                  image: %1$s # {"$kpt-set": "app"}
                  args: ['--yes', no, 0644]
                - name: again
                  image: '%1$s'
        """
            .formatted(registry.reference(APP), registry.reference(TOOL)));
    return made;
  }
}
