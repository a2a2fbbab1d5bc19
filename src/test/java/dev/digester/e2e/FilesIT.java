package dev.digester.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.demo.PublicRegistries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands over files, on a git work tree. */
class FilesIT {
  private static final String DIGEST = "@sha256:[0-9a-f]{64}";

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, labels: {app: web}}
      spec:
        template:
          spec:
            containers:
            - name: a
              image: 'nginx:1.27' # comment
            - {name: b, image: nginx:1.27}
      """;

  private static final String KUSTOMIZATION =
      """
      resources: [../k8s/web.yaml]
      images:
      - name: redis # above
        newTag: "7.4"
      - {name: app, newName: ghcr.io/stefanprodan/podinfo, newTag: 6.7.1}
      """;

  @TempDir Path keys;
  @TempDir Path clone;

  private PublicRegistries registries;
  private Workspace workspace;

  @BeforeEach
  void tree() throws Exception {
    registries = PublicRegistries.start(keys);
    workspace = Workspace.in(clone, registries);
    file("tree/k8s/web.yaml", DEPLOYMENT.replace("\n", "\r\n"));
    file("tree/kust/kustomization.yaml", KUSTOMIZATION);
    file("tree/values.yaml", "image: nginx:1.27\n");
    file("tree/build/out.yaml", DEPLOYMENT);
    file("tree/.gitignore", "build/\n");
    git("init", "-q", ".");
    git("add", "-A");
    git("-c", "user.name=n", "-c", "user.email=e@example.com", "commit", "-qm", "first");
  }

  @AfterEach
  void end() throws IOException {
    registries.close();
  }

  private void file(String name, String text) throws IOException {
    Path file = clone.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
  }

  private Outcome git(String... words) {
    return workspace.command("git").with(words).in(clone.resolve("tree")).run().orFail();
  }

  private Outcome digester(String... words) {
    return program(words).run();
  }

  private Command program(String... words) {
    return workspace
        .command(clone.resolve("bin/digester").toString())
        .with(words)
        .in(clone.resolve("tree"));
  }

  private String read(String name) throws IOException {
    return Files.readString(clone.resolve("tree").resolve(name), UTF_8);
  }

  @Test
  void pin_changes_image_lines_only_and_asks_once_for_each_image() throws Exception {
    Outcome pinned = digester("pin").orFail();

    assertThat(pinned.out()).isEmpty();
    assertThat(pinned.err().lines().toList())
        .anyMatch(line -> line.matches("k8s/web\\.yaml:9: nginx:1\\.27 -> sha256:[0-9a-f]{64}"))
        .endsWith("pinned 4 images (3 distinct) in 2 files");
    assertThat(read("k8s/web.yaml").replaceAll(DIGEST, ""))
        .isEqualTo(DEPLOYMENT.replace("\n", "\r\n"));
    assertThat(read("k8s/web.yaml"))
        .containsPattern("'nginx:1\\.27" + DIGEST + "' # comment\\r\\n")
        .containsPattern("image: nginx:1\\.27" + DIGEST + "}\\r\\n");
    assertThat(read("kust/kustomization.yaml"))
        .containsPattern("newTag: \"7\\.4\"\\n  digest: sha256:[0-9a-f]{64}\\n")
        .containsPattern("newTag: 6\\.7\\.1, digest: sha256:[0-9a-f]{64}}\\n");
    assertThat(read("values.yaml")).isEqualTo("image: nginx:1.27\n");
    assertThat(git("status", "--short").out())
        .isEqualTo(" M k8s/web.yaml\n M kust/kustomization.yaml\n");
    assertThat(registries.requests()).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void a_second_pin_changes_nothing() throws Exception {
    digester("pin").orFail();
    String once = git("diff").out();
    Outcome again = digester("pin").orFail();

    assertThat(git("diff").out()).isEqualTo(once);
    assertThat(again.err()).endsWith("; 4 had a digest\n");
  }

  @Test
  void a_diff_applied_is_the_tree_that_pin_makes() throws Exception {
    String diff = digester("pin", "--diff").orFail().out();
    assertThat(git("status", "--short").out()).isEmpty();
    workspace
        .command("git", "apply", "--whitespace=nowarn", "-")
        .in(clone.resolve("tree"))
        .run(diff)
        .orFail();
    String applied = git("diff").out();
    git("checkout", "-q", ".");
    digester("pin").orFail();

    assertThat(git("diff").out()).isEqualTo(applied);
  }

  @Test
  void check_finds_images_without_a_digest_and_asks_nothing() throws Exception {
    Outcome check = digester("pin", "--check");

    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.out().lines())
        .containsExactly(
            "k8s/web.yaml:9: nginx:1.27 has no digest",
            "k8s/web.yaml:10: nginx:1.27 has no digest",
            "kust/kustomization.yaml:4: redis:7.4 has no digest",
            "kust/kustomization.yaml:5: ghcr.io/stefanprodan/podinfo:6.7.1 has no digest");
    assertThat(digester("pin", "--check", "-o", "github").out().lines())
        .contains("::error file=k8s/web.yaml,line=9::nginx:1.27 has no digest");
    assertThat(digester("pin", "--check", "--skip-prefixes", "nginx,redis,ghcr.io/").exitCode())
        .isZero();
    assertThat(registries.requests()).isEmpty();
    digester("pin").orFail();
    assertThat(digester("pin", "--check").exitCode()).isZero();
  }

  @Test
  void one_image_that_is_not_found_leaves_all_files_as_they_are() throws Exception {
    file("tree/a.yaml", DEPLOYMENT.replace("nginx:1.27", "nginx:none"));
    git("add", "-A");

    Outcome failed = digester("pin");

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err()).contains("a.yaml:9: cannot pin nginx:none (in 2 fields): ");
    assertThat(git("diff").out()).isEmpty();
    assertThat(digester("pin", "--set", "onFailure=keep").orFail().err())
        .contains("a.yaml:9: warning: kept nginx:none (in 2 fields): ");
    assertThat(git("status", "--short").out()).contains("M k8s/web.yaml");
  }

  @Test
  void the_configuration_of_the_tree_holds_and_set_wins_over_it() throws Exception {
    file(
        "tree/.digester.yaml",
        "apiVersion: digester.dev/v1alpha1\nkind: Digester\nspec: {skip: [nginx]}\n");
    assertThat(digester("pin", "k8s").orFail().err()).endsWith("; 2 skipped\n");
    assertThat(digester("pin", "k8s", "--no-config", "--diff").orFail().out()).isNotEmpty();
    assertThat(digester("pin", "k8s", "--set", "skip=redis", "--diff").orFail().out()).isNotEmpty();
    file(
        "tree/.digester.yaml", "apiVersion: digester.dev/v1alpha1\nkind: Digester\nspec: {x: 1}\n");
    Outcome wrong = digester("pin", "k8s");
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.err()).contains(".digester.yaml").contains("line 3").contains("spec.x");
  }

  @Test
  void standard_input_goes_to_standard_output() throws Exception {
    Outcome pinned = program("pin", "-").run(DEPLOYMENT).orFail();

    assertThat(pinned.out().replaceAll(DIGEST, "")).isEqualTo(DEPLOYMENT);
    assertThat(pinned.out()).containsPattern(DIGEST);
  }

  @Test
  void refresh_follows_a_moved_tag() throws Exception {
    String old = "@sha256:" + "0".repeat(64);
    file("tree/k8s/web.yaml", DEPLOYMENT.replace("nginx:1.27", "nginx:1.27" + old));

    digester("pin", "k8s").orFail();
    assertThat(read("k8s/web.yaml")).contains(old);
    digester("pin", "--refresh", "--only", "redis*", "k8s").orFail();
    assertThat(read("k8s/web.yaml")).contains(old);
    digester("pin", "--refresh", "--only", "nginx*", "k8s").orFail();
    assertThat(read("k8s/web.yaml")).doesNotContain(old).containsPattern("nginx:1\\.27" + DIGEST);
  }

  @Test
  void list_shows_what_is_pinned_and_asks_nothing() throws Exception {
    digester("pin", "k8s").orFail();
    List<String> requests = registries.requests();

    assertThat(digester("list").orFail().out().lines().map(line -> line.replaceAll(" +", " ")))
        .element(0)
        .isEqualTo("IMAGE DIGEST STATUS FILE:LINE RESOURCE FIELD");
    assertThat(digester("list", "--unpinned", "-o", "name").orFail().out())
        .isEqualTo("redis:7.4\nghcr.io/stefanprodan/podinfo:6.7.1\n");
    assertThat(digester("list", "-o", "json").orFail().out())
        .contains(
            "\"status\": \"pinned\"", "\"field\": \"spec.template.spec.containers[0].image\"");
    assertThat(registries.requests()).isEqualTo(requests);
  }

  @Test
  void digest_prints_a_line_for_each_image_and_names_those_that_fail() throws Exception {
    Outcome outcome = digester("digest", "nginx:1.27", "nginx:none", "redis:7.4");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out().lines())
        .hasSize(2)
        .allMatch(line -> line.matches("sha256:[0-9a-f]{64}"));
    assertThat(outcome.err()).startsWith("error: nginx:none: ");
    assertThat(digester("digest", "--full", "nginx:1.27").orFail().out())
        .matches("nginx:1\\.27" + DIGEST + "\n");
  }

  @Test
  void resolve_prints_what_a_cluster_takes() throws Exception {
    Outcome resolved =
        digester("resolve", "-f", "k8s", "-f", "kust", "--image-refs", "refs.txt").orFail();

    assertThat(resolved.out().replaceAll(DIGEST, "")).isEqualTo(DEPLOYMENT.replace("\n", "\r\n"));
    assertThat(resolved.err()).contains("note: kust/kustomization.yaml:1: left out");
    assertThat(read("refs.txt")).matches("nginx:1\\.27" + DIGEST + "\n");
    assertThat(digester("resolve", "-f", "k8s", "-l", "app=other").orFail().out()).isEmpty();
    assertThat(git("diff").out()).isEmpty();
  }

  @Test
  void bad_input_is_one_line_with_path_and_line() throws Exception {
    file("tree/bad.yaml", "a: [1\n");
    Outcome bad = digester("pin");

    assertThat(bad.exitCode()).isEqualTo(1);
    assertThat(bad.err()).matches("(?s)bad\\.yaml:\\d+: [^\n]+\n");
    assertThat(digester("pin", "nowhere").err())
        .isEqualTo("nowhere: cannot be read: does not exist\n");
    assertThat(digester("pin", "--check", "--diff").exitCode()).isEqualTo(2);
    assertThat(digester("pni").err()).contains("did you mean 'digester pin'?");
    assertThat(digester("k8s/web.yaml").err())
        .contains("did you mean 'digester pin k8s/web.yaml'?");
  }
}
