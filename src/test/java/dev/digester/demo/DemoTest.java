package dev.digester.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoTest {
  private static final Path EXAMPLES = Path.of("examples");
  private static final String REDIS = "redis:7.4@sha256:" + "c".repeat(64);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void what_the_function_changed_is_shown_as_a_diff_of_the_file() {
    int exitCode = run(answering("redis:7.4", REDIS, ""), false);

    assertThat(exitCode).isZero();
    assertThat(out.toString(UTF_8))
        .startsWith("--- a/examples/kustomize/redis.yaml\n+++ b/examples/kustomize/redis.yaml\n@@ ")
        .contains("-        image: redis:7.4\n+        image: " + REDIS + "\n")
        .contains("2 of 12 files would change; nothing was written.");
  }

  @Test
  void results_are_shown_as_kpt_shows_them() {
    String results =
        """
        results:
        - message: pinned redis:7.4 to sha256:c
          severity: info
          resourceRef:
            apiVersion: apps/v1
            kind: StatefulSet
            name: redis
            namespace: shop
          field:
            path: spec.template.spec.containers[0].image
        - message: about nothing in particular
          severity: warning
        """;

    run(answering("redis:7.4", REDIS, results), false);

    assertThat(out.toString(UTF_8))
        .contains(
            """

            Results:
              [info] apps/v1/StatefulSet/shop/redis spec.template.spec.containers[0].image: pinned redis:7.4 to sha256:c
              [warning]: about nothing in particular
            """);
  }

  @Test
  void a_terminal_gets_colours() {
    run(answering("redis:7.4", REDIS, ""), true);

    assertThat(out.toString(UTF_8))
        .contains(
            "\u001b[31m-        image: redis:7.4\u001b[0m\n\u001b[32m+        image: " + REDIS);
  }

  @Test
  void a_function_that_fails_makes_the_demo_fail_with_its_words() {
    PinFunction failing =
        (list, output, problems) -> {
          problems.println("error: the list cannot be read");
          return 1;
        };

    assertThat(run(failing, false)).isEqualTo(1);
    assertThat(err.toString(UTF_8)).isEqualTo("error: the list cannot be read\n");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void the_list_sends_look_ups_for_public_hosts_to_loopback_and_nowhere_else() {
    run(
        (list, output, problems) -> {
          assertThat(new String(list, UTF_8))
              .containsPattern("- host: docker.io\n +mirrors: \\[\"127.0.0.1:\\d+/docker.io\"]")
              .contains("- host: registry.k8s.io\n")
              .doesNotContain("fallback: true");
          return 1;
        },
        false);
  }

  private int run(PinFunction function, boolean coloured) {
    return new Demo(function, EXAMPLES, coloured)
        .run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  /** A function that replaces one text by another and has these results. */
  private static PinFunction answering(String old, String replacement, String results) {
    return (list, output, problems) -> {
      String answer = new String(list, UTF_8).replace(old, replacement) + results;
      try {
        output.write(answer.getBytes(UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return 0;
    };
  }
}
