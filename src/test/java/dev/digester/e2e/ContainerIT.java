package dev.digester.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The image in the hands of podman and docker, with nothing that it does not need. */
@NeedsImage
@NeedsProgram(RealRegistry.PROGRAM)
class ContainerIT {
  private static final TestImage APP = TestImage.oci("team/app:v1");
  private static final String LIST = Lists.ofPods("nginx:1.27");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void it_runs_without_network_capabilities_and_a_place_to_write(Engine engine) {
    String list = Lists.configured(LIST, "{resolve: false}");
    Outcome outcome = locked(engine).with(engine.image()).run(list);
    assertThat(outcome).isEqualTo(new Outcome(0, list, ""));
  }

  @ParameterizedTest
  @EnumSource
  void help_needs_no_input(Engine engine) {
    Outcome help = engine.command("run", "--rm", engine.image(), "--help").run().orFail();
    assertThat(help.out()).contains("Usage: digester", "Exit codes:", "Environment:");
    assertThat(help.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"apply-setters, replicas: '1'", "set-image, name: nginx"})
  void a_link_to_the_program_is_that_function(String link, String data) {
    String list =
        LIST + "functionConfig: {apiVersion: v1, kind: ConfigMap, data: {%s}}\n".formatted(data);
    Outcome outcome =
        locked(Engine.PODMAN).with("--entrypoint", "/" + link, Engine.PODMAN.image()).run(list);
    assertThat(outcome).isEqualTo(ProgramUnderTest.command("fn", link).run(list));
  }

  @Test
  void with_a_network_it_pins() throws IOException {
    try (RealRegistry registry = RealRegistry.plain(folder).seed(APP)) {
      String list = Lists.ofPods(registry.reference(APP));
      Outcome outcome =
          Engine.PODMAN.run("--network", "host", Engine.PODMAN.image()).run(list).orFail();
      assertThat(outcome.out()).contains(registry.reference(APP) + "@" + APP.digest());
    }
  }

  @Test
  void without_one_it_fails_and_says_how_to_ask_for_it() {
    Outcome outcome = locked(Engine.PODMAN).with(Engine.PODMAN.image()).run(LIST);
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).startsWith(LIST);
    assertThat(outcome.err())
        .hasLineCount(1)
        .contains("nginx:1.27", "--network", "--allow-network", "network: true");
  }

  @Test
  void it_trusts_the_authorities_that_are_mounted_and_otherwise_those_of_the_web()
      throws IOException {
    TestCa ca = TestCa.in(folder);
    try (RealRegistry registry =
        RealRegistry.start(folder, new RealRegistry.Access.Open(), Optional.of(ca)).seed(APP)) {
      String list = Lists.ofPods(registry.reference(APP));
      String mount = "type=bind,src=%s,dst=/ca.pem,ro=true".formatted(ca.caFile());
      String image = Engine.PODMAN.image();

      Outcome unknown = Engine.PODMAN.run("--network", "host", image).run(list);
      Outcome trusted =
          Engine.PODMAN
              .run("--network", "host", "--mount", mount, "--env", "SSL_CERT_FILE=/ca.pem", image)
              .run(list);

      assertThat(unknown.exitCode()).isEqualTo(1);
      assertThat(unknown.err()).contains("certificate");
      assertThat(trusted.orFail().out()).contains(APP.digest());
    }
  }

  @Test
  void a_quarter_of_a_gibibyte_is_enough_for_five_thousand_resources_that_all_change() {
    String pods = Lists.ofPods(Collections.nCopies(5_000, "nginx:1.27"));
    // About 1.6 KB each, as what kpt sends.
    String list =
        Lists.configured(
            pods.replace("# the only one", "# " + "x".repeat(1_400)),
            "{resolve: false, images: [{name: nginx, newTag: v2}]}");

    Outcome outcome =
        locked(Engine.PODMAN)
            .with("--memory", "256m", "--memory-swap", "256m", Engine.PODMAN.image())
            .run(list);

    assertThat(outcome.orFail().out().split("image: nginx:v2 # ", -1)).hasSize(5_001);
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void as_the_first_process_it_ends_at_the_first_signal(String signal, int exitCode)
      throws Exception {
    String name = "digester-under-test-" + ProcessHandle.current().pid() + "-" + signal;
    var stall = new Fault.Rule("HEAD", "/manifests/", 0, Integer.MAX_VALUE, new Fault.Stall());
    try (RealRegistry registry = RealRegistry.plain(folder).seed(APP);
        FaultProxy proxy = FaultProxy.before(registry, stall)) {
      Command run = Engine.PODMAN.run("--name", name, "--network", "host", Engine.PODMAN.image());
      Command.Running running =
          run.start(Lists.ofPods(proxy.address() + "/" + APP.name()).getBytes(UTF_8));
      proxy.awaitRequest();

      Engine.PODMAN.command("kill", "--signal", signal, name).run().orFail();

      Outcome outcome = running.outcome();
      assertThat(outcome.exitCode()).isEqualTo(exitCode);
      assertThat(outcome.out()).isEmpty();
    }
  }

  /** podman gives a read-only container a /tmp to write in unless it is told not to. */
  private static Command locked(Engine engine) {
    Command locked = engine.run("--network", "none", "--read-only", "--cap-drop", "all");
    return switch (engine) {
      case PODMAN -> locked.with("--read-only-tmpfs=false");
      case DOCKER -> locked;
    };
  }
}
