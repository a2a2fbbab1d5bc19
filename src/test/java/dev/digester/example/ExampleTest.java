package dev.digester.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.function.FunctionRun;
import dev.digester.function.Streams;
import dev.digester.pipeline.Pipeline;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExampleTest {
  private static final String INPUT =
      """
      apiVersion: config.kubernetes.io/v1
      kind: ResourceList
      items:
      - apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 1 # one
      """;

  @Test
  void the_example_changes_one_byte_and_says_so() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);

    int exitCode =
        new FunctionRun(list -> Pipeline.of(new AtLeastTwoReplicas()).run(list))
            .run(new Streams(new ByteArrayInputStream(INPUT.getBytes(UTF_8)), out, err));

    assertThat(exitCode).isZero();
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            INPUT.replace("1 # one", "2 # one")
                + """
                results:
                - message: now 2 replicas
                  severity: info
                  resourceRef:
                    apiVersion: apps/v1
                    kind: Deployment
                    name: web
                  field:
                    path: spec.replicas
                    currentValue: "1"
                    proposedValue: "2"
                """);
  }

  @Test
  void the_documentation_shows_this_example() throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/dev/digester/example/AtLeastTwoReplicas.java"));
    String shown = source.substring(source.indexOf("/** A KRM function")).strip();

    assertThat(Files.readString(Path.of("docs/sdk.md"))).contains("```java\n" + shown + "\n```");
  }
}
