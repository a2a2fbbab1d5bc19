package dev.digester.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first signal ends a run, also while a registry keeps it waiting. */
@NeedsProgram({RealRegistry.PROGRAM, "kill"})
class SignalIT {
  private static final TestImage IMAGE = TestImage.oci("team/app:v1");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void a_signal_ends_the_run_with_its_exit_code(String signal, int exitCode) throws Exception {
    var stall = new Fault.Rule("HEAD", "/manifests/", 0, Integer.MAX_VALUE, new Fault.Stall());
    try (RealRegistry registry = RealRegistry.plain(folder).seed(IMAGE);
        FaultProxy proxy = FaultProxy.before(registry, stall)) {
      String list = Lists.ofPods(proxy.address() + "/" + IMAGE.name());
      Command.Running running = ProgramUnderTest.command().start(list.getBytes(UTF_8));
      proxy.awaitRequest();
      Command.of("kill", "-" + signal, Long.toString(running.process().pid())).run().orFail();
      Outcome outcome = running.outcome();
      assertThat(outcome.exitCode()).isEqualTo(exitCode);
      assertThat(outcome.out()).isEmpty();
    }
  }
}
