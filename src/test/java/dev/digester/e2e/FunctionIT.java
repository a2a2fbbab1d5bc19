package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list on standard input, a registry that behaves, and the requests that it gets. */
@NeedsProgram(RealRegistry.PROGRAM)
class FunctionIT {
  private static final TestImage OCI = TestImage.oci("team/oci:v1");
  private static final TestImage INDEX = TestImage.index("team/index:v1");
  private static final TestImage DOCKER = TestImage.docker("team/docker:v1");
  private static final TestImage DOCKER_LIST = TestImage.dockerList("team/docker-list:v1");

  @TempDir private static Path folder;
  private static RealRegistry registry;

  @BeforeAll
  static void start() throws IOException {
    registry = RealRegistry.plain(folder).seed(OCI, INDEX, DOCKER, DOCKER_LIST);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void every_kind_of_image_gets_the_digest_of_what_its_tag_names() {
    List<TestImage> images = List.of(OCI, INDEX, DOCKER, DOCKER_LIST);
    List<String> references = images.stream().map(registry::reference).toList();
    Outcome outcome = ProgramUnderTest.command().run(Lists.ofPods(references)).orFail();
    List<String> pinned =
        images.stream().map(image -> registry.reference(image) + "@" + image.digest()).toList();
    assertThat(outcome.out()).startsWith(Lists.ofPods(pinned) + "results:\n");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void each_distinct_image_costs_one_head_and_nothing_else() throws IOException {
    try (FaultProxy proxy = FaultProxy.before(registry)) {
      List<String> often =
          Stream.of(OCI, INDEX, OCI, OCI, INDEX)
              .map(image -> proxy.address() + "/" + image.name())
              .toList();
      ProgramUnderTest.command().run(Lists.ofPods(often)).orFail();
      assertThat(proxy.lines())
          .containsExactlyInAnyOrder(
              "HEAD /v2/team/oci/manifests/v1", "HEAD /v2/team/index/manifests/v1");
      assertThat(proxy.requests())
          .allSatisfy(request -> {
            assertThat(request.agent()).startsWith("digester/");
            assertThat(request.scheme()).isEqualTo("none");
            assertThat(request.accept())
                .contains(TestImage.OCI_INDEX, TestImage.OCI_MANIFEST)
                .contains(TestImage.DOCKER_LIST, TestImage.DOCKER_MANIFEST);
          });
    }
  }

  @Test
  void a_pinned_list_comes_back_as_it_is_and_without_a_request() throws IOException {
    try (FaultProxy proxy = FaultProxy.before(registry)) {
      String pinned = Lists.ofPods(proxy.address() + "/" + OCI.name() + "@" + OCI.digest());
      Outcome outcome = ProgramUnderTest.command().run(pinned).orFail();
      assertThat(outcome.out()).isEqualTo(pinned);
      assertThat(proxy.lines()).isEmpty();
    }
  }

  @Test
  void json_in_is_json_out() {
    String list =
        """
        {"apiVersion":"config.kubernetes.io/v1","kind":"ResourceList","items":[{"apiVersion":"v1",
         "kind":"Pod","metadata":{"name":"p"},"spec":{"containers":[{"name":"c","image":"%s"}]}}]}
        """;
    Outcome outcome =
        ProgramUnderTest.command().run(list.formatted(registry.reference(OCI))).orFail();
    String pinned = list.formatted(registry.reference(OCI) + "@" + OCI.digest());
    String kept = pinned.substring(0, pinned.lastIndexOf(']') + 1);
    assertThat(outcome.out()).startsWith(kept).contains("\"results\"").endsWith("}\n");
  }

  @Test
  void every_image_that_fails_is_named_and_no_other_is_changed() {
    String list =
        Lists.ofPods(
            registry.reference(OCI),
            registry.address() + "/team/oci:unknown",
            registry.address() + "/team/nowhere:v1");
    Outcome outcome = ProgramUnderTest.command().run(list);
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).startsWith(list + "results:\n");
    assertThat(outcome.err().lines())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("team/oci:unknown"))
        .anySatisfy(line -> assertThat(line).contains("team/nowhere:v1"));
  }

  @Test
  void an_empty_input_gives_no_output_and_one_line() {
    Outcome outcome = ProgramUnderTest.command().run("");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines()).hasSize(1);
  }

  @Test
  void a_syntax_error_is_one_line_that_says_where() {
    Outcome outcome = ProgramUnderTest.command().run("kind: ResourceList\nitems: [\n");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).containsPattern("line \\d+").doesNotContain("Exception", "\tat ");
    assertThat(outcome.err().lines()).hasSize(1);
  }
}
