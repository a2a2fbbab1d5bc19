package dev.digester.function;

import static dev.digester.registry.Manifests.error;
import static dev.digester.registry.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.ScriptedServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebugLinesTest {
  @TempDir Path home;

  private String errors(
      ScriptedServer mirror, ScriptedServer origin, Map<String, String> variables) {
    String list =
        """
        apiVersion: config.kubernetes.io/v1
        kind: ResourceList
        functionConfig:
          apiVersion: digester.dev/v1alpha1
          kind: Digester
          metadata: {name: digester}
          spec: {onFailure: keep, registries: [{host: "%1$s", mirrors: ["%2$s/hub"]}]}
        items:
        - apiVersion: v1
          kind: Pod
          spec:
            containers: [{name: a, image: "%1$s/a:v1"}, {name: b, image: "%1$s/b:v1"}]
        """
            .formatted(origin.host(), mirror.host());
    return new FunctionCall(variables, home).run(list).succeeded().err();
  }

  @Test
  void each_image_has_a_line_about_who_answered_and_one_about_who_was_passed_over() {
    try (var mirror =
            ScriptedServer.start(
                seen -> seen.path().contains("/a/") ? manifest() : error(404, "MANIFEST_UNKNOWN"));
        var origin =
            ScriptedServer.start(seen ->
                seen.path().contains("/b/") ? manifest() : error(404, "MANIFEST_UNKNOWN"))) {
      String image = "debug: " + origin.host();
      assertThat(errors(mirror, origin, Map.of("DEBUG", "true")))
          .contains(image + "/a:v1 is sha256:", ", by mirror " + mirror.host() + "\n")
          .contains(image + "/b:v1: mirror " + mirror.host() + " was passed over: ")
          .contains(", by registry\n");
      assertThat(errors(mirror, origin, Map.of())).isEmpty();
    }
  }

  @Test
  void a_failure_has_a_line_too() {
    try (var none = ScriptedServer.start(_ -> error(404, "MANIFEST_UNKNOWN"))) {
      assertThat(errors(none, none, Map.of("DEBUG", "1")))
          .contains("debug: " + none.host() + "/a:v1 was not resolved: ");
    }
  }
}
