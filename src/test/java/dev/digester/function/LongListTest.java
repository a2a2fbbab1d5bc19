package dev.digester.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.config.Environment;
import dev.digester.document.read.YamlParsing;
import dev.digester.engine.DigesterFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of a long text not all is read again: what is written is the same, whatever its lines end with.
 */
class LongListTest {
  private static final int ITEMS = 300;

  private static final String CONFIGURATION =
      """
      functionConfig:
        apiVersion: digester.dev/v1alpha1
        kind: Digester
        metadata: {name: long}
        spec:
          resolve: false
          setters: {tag: v2}
          images: [{name: registry.example/b, newTag: v3}]
      """;

  private static String item(int i, String app, String sidecar) {
    return """
    - apiVersion: v1
      kind: Pod
      metadata:
        name: pod-%d # the é of a comment
        annotations:
          text: |
            image: not/an:image

          other: "a
            b"
      spec:
        containers:
        - name: app
          image: %s # kpt-set: registry.example/a:${tag}
          args: [--one, --two]
        - image: '%s'
          name: sidecar
    """
        .formatted(i, app, sidecar);
  }

  private static String list(String app, String sidecar) {
    StringBuilder list =
        new StringBuilder("apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n");
    for (int i = 0; i < ITEMS; i++) {
      list.append(item(i, app, sidecar));
    }
    return list.append(CONFIGURATION).toString();
  }

  private static String run(String list, YamlParsing parsing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(list.getBytes(UTF_8)), out, new PrintStream(err, true, UTF_8));
    FunctionStages stages =
        new DigesterFunction(Environment.of(Map.of(), Environment.Flags.NONE), new KnownImages());

    assertThat(new FunctionRun(stages, parsing).run(streams)).isZero();
    assertThat(err.toString(UTF_8)).isEmpty();
    return out.toString(UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void is_written_as_if_all_of_it_was_read_again(String lineEnd) {
    String list = list("registry.example/a:v1", "registry.example/b:v1").replace("\n", lineEnd);
    String set = list("registry.example/a:v2", "registry.example/b:v3").replace("\n", lineEnd);

    String written = run(list, YamlParsing.FAST);

    assertThat(written)
        .startsWith(set + "results:" + lineEnd)
        .isEqualTo(run(list, YamlParsing.ENGINE));
  }
}
