package dev.digester.function;

import static dev.digester.registry.Manifests.INDEX;
import static dev.digester.registry.Manifests.content;
import static dev.digester.registry.Manifests.digest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.Manifests;
import dev.digester.registry.ScriptedServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinnedChildTest {
  private static final String LISTING =
      """
      {"schemaVersion": 2, "manifests": [
       {"digest": "%s", "platform": {"os": "linux", "architecture": "amd64"}}]}
      """
          .formatted(digest(Manifests.MANIFEST));

  @TempDir Path home;
  private final ScriptedServer registry = ScriptedServer.start(_ -> content(LISTING, INDEX));

  @AfterEach
  void close() {
    registry.close();
  }

  private FunctionCall.Answer run(String platforms, String... images) {
    StringBuilder list =
        new StringBuilder(
            """
            apiVersion: config.kubernetes.io/v1
            kind: ResourceList
            functionConfig:
              apiVersion: digester.dev/v1alpha1
              kind: Digester
              metadata: {name: digester}
              spec: {platforms: [%s]}
            items:
            """
                .formatted(platforms));
    for (String image : images) {
      list.append(
          "- {kind: Pod, spec: {containers: [{name: a, image: \"%s\"}]}}\n".formatted(image));
    }
    return new FunctionCall(Map.of(), home).run(list.toString()).succeeded();
  }

  @Test
  void an_image_pinned_to_one_platform_of_its_index_is_a_warning_for_one_request() {
    String image = registry.host() + "/a:v1@" + digest(Manifests.MANIFEST);
    FunctionCall.Answer answer = run("linux/amd64", image, image);
    assertThat(answer.err())
        .contains(
            image + " is pinned to the manifest of one platform",
            "its tag names the index " + digest(LISTING));
    assertThat(answer.out()).contains("severity: warning", "platforms: linux/amd64");
    assertThat(registry.lines()).containsExactly("GET /v2/a/manifests/v1");
  }

  @Test
  void one_pinned_to_the_index_itself_or_to_an_older_one_is_left_alone() {
    String name = registry.host() + "/a:v1@";
    assertThat(run("linux/amd64", name + digest(LISTING), name + digest("old")).err()).isEmpty();
  }

  @Test
  void without_platforms_or_without_a_tag_no_one_is_asked() {
    run("", registry.host() + "/a:v1@" + digest(Manifests.MANIFEST));
    run("linux/amd64", registry.host() + "/a@" + digest(Manifests.MANIFEST));
    assertThat(registry.requests()).isEmpty();
  }
}
