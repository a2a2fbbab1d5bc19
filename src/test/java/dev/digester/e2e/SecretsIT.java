package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs with every place of credentials filled, told to talk as much as they can. What they write is
 * searched for secrets where processes are run, for all tests alike.
 */
@NeedsProgram(RealRegistry.PROGRAM)
class SecretsIT {
  private static final TestImage IMAGE = TestImage.oci("team/app:v1");
  private static final String TALKATIVE = "{results: all, credentials: {fromPackage: true}}";

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path program(String name, String script) throws IOException {
    Path file = file(name, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  /** Variables and files that hold secrets, most of them broken in some way. */
  private Map<String, String> everything() throws IOException {
    program("bin/docker-credential-tells", "echo s3cr3t us3r; echo s3cr3t >&2; exit 1");
    Map<String, String> all = new TreeMap<>();
    all.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    all.put("DIGESTER_REGISTRY_1_HOST", "https://us3r:s3cr3t@one.invalid/v1/");
    all.put("DIGESTER_REGISTRY_1_USERNAME", "us3r");
    all.put("DIGESTER_REGISTRY_1_PASSWORD", "s3cr3t");
    all.put("REGISTRY_AUTH_FILE", file("auth.json", "{\"auths\": {s3cr3t").toString());
    all.put("DOCKER_CONFIG", folder.resolve("docker").toString());
    file(
        "docker/config.json",
        "{\"credHelpers\": {\"helped.invalid\": \"tells\"}, \"auths\": {\"us3r:s3cr3t@x.invalid\":"
            + " {\"auth\": \"s3cr3t\"}, \"y.invalid\": {\"identitytoken\": \"s3cr3t\"}}}");
    all.put("GITHUB_TOKEN", "s3cr3t");
    all.put("GITHUB_ACTOR", "us3r");
    all.put("HTTPS_PROXY", "http://us3r:s3cr3t@127.0.0.1:1");
    all.put("GOOGLE_APPLICATION_CREDENTIALS", file("key.json", "{s3cr3t").toString());
    all.put("AWS_ACCESS_KEY_ID", "us3r");
    all.put("AWS_SECRET_ACCESS_KEY", "s3cr3t");
    all.put("AZURE_TENANT_ID", "us3r");
    all.put("AZURE_CLIENT_ID", "us3r");
    all.put("AZURE_CLIENT_SECRET", "s3cr3t");
    all.put("DEBUG", "true");
    return all;
  }

  private Command program(String... arguments) throws IOException {
    Command command = ProgramUnderTest.command(arguments);
    for (Map.Entry<String, String> variable : everything().entrySet()) {
      command = command.env(variable.getKey(), variable.getValue());
    }
    return command;
  }

  @Test
  void registries_that_cannot_be_reached() throws IOException {
    String list =
        Lists.ofPods(
            "one.invalid/a:v1",
            "helped.invalid/a:v1",
            "x.invalid/a:v1",
            "ghcr.io/a/b:v1",
            "shop.azurecr.io/a:v1",
            "eu-docker.pkg.dev/p/r/a:v1",
            "123456789012.dkr.ecr.eu-west-1.amazonaws.com/a:v1");
    Outcome outcome = program().run(Lists.configured(list, "{results: all, timeout: 5s}"));
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("cannot pin ghcr.io/a/b:v1", "debug: ghcr.io/a/b:v1 was");
  }

  @Test
  void a_registry_that_lets_in_and_one_that_does_not() throws IOException {
    try (RealRegistry registry =
        RealRegistry.start(folder, new RealRegistry.Access.Basic(), Optional.empty()).seed(IMAGE)) {
      String list = Lists.configured(Lists.ofPods(registry.reference(IMAGE)), TALKATIVE);
      file("docker/good/config.json", RealRegistry.dockerConfig(registry.address()));
      Outcome in =
          program().env("DOCKER_CONFIG", folder.resolve("docker/good").toString()).run(list);
      assertThat(in.orFail().err()).contains("debug: " + registry.reference(IMAGE) + " is sha256:");
      Outcome out = program().env("DIGESTER_REGISTRY_1_HOST", registry.address()).run(list);
      assertThat(out.exitCode()).isEqualTo(1);
      assertThat(out.err()).contains("DIGESTER_REGISTRY_<n>_HOST", "were not accepted");
    }
  }

  @Test
  void pull_secrets_of_a_package_come_back_where_they_were_and_nowhere_else() throws IOException {
    try (RealRegistry registry =
        RealRegistry.start(folder, new RealRegistry.Access.Basic(), Optional.empty()).seed(IMAGE)) {
      String login = Secrets.base64(RealRegistry.dockerConfig(registry.address()));
      Secrets.add(login);
      String list =
          """
          apiVersion: config.kubernetes.io/v1
          kind: ResourceList
          items:
          - {apiVersion: v1, kind: Secret, metadata: {name: reg}, type: kubernetes.io/dockerconfigjson, data: {.dockerconfigjson: "%s"}}
          - {apiVersion: v1, kind: Secret, metadata: {name: bad}, type: kubernetes.io/dockerconfigjson, stringData: {.dockerconfigjson: "{s3cr3t"}}
          - {apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {imagePullSecrets: [{name: %s}], containers: [{name: web, image: "%s"}]}}
          """;
      String reference = registry.reference(IMAGE);
      String good = list.formatted(login, "reg", reference);
      assertThat(program().run(Lists.configured(good, TALKATIVE)).orFail().out())
          .contains(IMAGE.digest());
      String bad = list.formatted(login, "bad", reference);
      assertThat(program().run(Lists.configured(bad, TALKATIVE)).err()).contains("Secret bad");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one.invalid/a",
        "helped.invalid/a",
        "x.invalid/a",
        "y.invalid/a",
        "ghcr.io/a/b",
        "shop.azurecr.io/a",
        "eu-docker.pkg.dev/p/r/a",
        "public.ecr.aws/a/b"
      })
  void explanations_of_credentials(String image) throws IOException {
    Outcome outcome =
        program("auth", "explain", image)
            .env("DIGESTER_REGISTRY_1_USERNAME", "me")
            .env("GITHUB_ACTOR", "me")
            .run();
    assertThat(outcome.orFail().out()).contains("credentials for " + image);
  }

  @Test
  void a_secret_that_was_written_would_be_found() {
    for (List<String> pair : List.of(List.of("a s3cr3t", ""), List.of("", "a s3cr3t"))) {
      Outcome outcome = new Outcome(0, pair.getFirst(), pair.getLast());
      assertThat(catchThrowable(() -> Secrets.searchIn(outcome, "")))
          .isInstanceOf(AssertionError.class);
    }
    Secrets.searchIn(new Outcome(0, "a s3cr3t", ""), "the s3cr3t of a list");
  }
}
