package dev.digester.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Consumer;
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
    Outcome outcome =
        whileAsking(ProgramUnderTest.command(), run -> send(signal, run.process().toHandle()));
    assertThat(outcome.exitCode()).isEqualTo(exitCode);
    assertThat(outcome.out()).isEmpty();
  }

  /** A container's first process ignores signals that it has no handler for (pid_namespaces(7)). */
  @NeedsProgram("unshare")
  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void a_signal_ends_the_first_process_of_a_container(String signal, int exitCode)
      throws Exception {
    Command contained =
        ProgramUnderTest.startedBy(
            "unshare", "--pid", "--fork", "--kill-child", ProgramUnderTest.file().toString());
    Outcome outcome =
        whileAsking(
            contained, run -> send(signal, run.process().children().findFirst().orElseThrow()));
    assertThat(outcome.exitCode()).isEqualTo(exitCode);
    assertThat(outcome.out()).isEmpty();
  }

  /** Does something to the program while a registry keeps it waiting. */
  private Outcome whileAsking(Command program, Consumer<Command.Running> event) throws Exception {
    var stall = new Fault.Rule("HEAD", "/manifests/", 0, Integer.MAX_VALUE, new Fault.Stall());
    try (RealRegistry registry = RealRegistry.plain(folder).seed(IMAGE);
        FaultProxy proxy = FaultProxy.before(registry, stall)) {
      String list = Lists.ofPods(proxy.address() + "/" + IMAGE.name());
      Command.Running running = program.start(list.getBytes(UTF_8));
      proxy.awaitRequest();
      event.accept(running);
      return running.outcome();
    }
  }

  private static void send(String signal, ProcessHandle process) {
    Command.of("kill", "-" + signal, Long.toString(process.pid())).run().orFail();
  }
}
