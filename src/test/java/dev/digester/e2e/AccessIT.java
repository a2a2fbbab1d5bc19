package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.e2e.RealRegistry.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registries that speak TLS, want credentials, or want a token. */
@NeedsProgram(RealRegistry.PROGRAM)
class AccessIT {
  private static final TestImage IMAGE = TestImage.oci("team/app:v1");
  private static final TestImage OTHER = TestImage.oci("team/other:v1");
  private static final TestImage PUBLIC = TestImage.oci("public/app:v1");

  @TempDir private static Path shared;
  private static TestCa ca;

  @TempDir private Path folder;

  @BeforeAll
  static void makeCertificates() {
    ca = TestCa.in(shared);
  }

  @Test
  void a_ca_of_ones_own_is_trusted_through_ssl_cert_file() throws IOException {
    try (RealRegistry registry =
        RealRegistry.start(folder, new Access.Open(), Optional.of(ca)).seed(IMAGE)) {
      Outcome outcome =
          ProgramUnderTest.command()
              .env("SSL_CERT_FILE", ca.caFile().toString())
              .run(Lists.ofPods(registry.reference(IMAGE)));
      assertPinned(outcome, registry.reference(IMAGE), IMAGE);
    }
  }

  @Test
  void a_certificate_that_no_one_trusts_is_an_error_that_says_what_helps() throws IOException {
    try (RealRegistry registry =
        RealRegistry.start(folder, new Access.Open(), Optional.of(ca)).seed(IMAGE)) {
      Outcome outcome = ProgramUnderTest.command().run(Lists.ofPods(registry.reference(IMAGE)));
      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.err()).contains("certificate", "SSL_CERT_FILE").doesNotContain("sun.");
    }
  }

  @Test
  void a_login_of_docker_opens_a_registry_that_wants_basic_credentials() throws IOException {
    try (RealRegistry registry =
        RealRegistry.start(folder, new Access.Basic(), Optional.of(ca)).seed(IMAGE)) {
      String reference = registry.reference(IMAGE);
      Outcome outcome =
          withLogin(registry.address())
              .env("SSL_CERT_FILE", ca.caFile().toString())
              .run(Lists.ofPods(reference));
      assertPinned(outcome, reference, IMAGE);
    }
  }

  @Test
  void without_a_login_the_error_says_where_one_was_looked_for() throws IOException {
    try (RealRegistry registry =
        RealRegistry.start(folder, new Access.Basic(), Optional.empty()).seed(IMAGE)) {
      Outcome outcome = ProgramUnderTest.command().run(Lists.ofPods(registry.reference(IMAGE)));
      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.err()).contains(registry.reference(IMAGE), "credentials", "config.json");
    }
  }

  @Test
  void a_wrong_password_is_refused_and_not_repeated_in_the_message() throws IOException {
    try (RealRegistry registry =
        RealRegistry.start(folder, new Access.Basic(), Optional.empty()).seed(IMAGE)) {
      String login =
          "{\"auths\": {\"%s\": {\"username\": \"us3r\", \"password\": \"wr0ng-s3cr3t\"}}}"
              .formatted(registry.address());
      Outcome outcome = withConfig(login).run(Lists.ofPods(registry.reference(IMAGE)));
      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.err()).contains("were not accepted");
    }
  }

  @Test
  void a_host_costs_one_challenge_and_a_repository_one_token() throws IOException {
    try (TokenServer tokens = TokenServer.start(ca, RealRegistry.CREDENTIALS);
        RealRegistry registry = tokenRegistry(tokens).seed(IMAGE, OTHER);
        FaultProxy proxy = FaultProxy.before(registry)) {
      String first = proxy.address() + "/" + IMAGE.name();
      String second = proxy.address() + "/" + OTHER.name();
      Outcome outcome = withLogin(proxy.address()).run(Lists.ofPods(first, second)).orFail();
      assertThat(outcome.out()).contains(first + "@" + IMAGE.digest());
      assertThat(outcome.out()).contains(second + "@" + OTHER.digest());
      assertThat(proxy.requests()).extracting(FaultProxy.Request::scheme).containsOnlyOnce("none");
      // The first: the challenge, a token for everybody, a token of the login. The second: one.
      assertThat(proxy.lines()).hasSize(4).allMatch(line -> line.startsWith("HEAD /v2/team/"));
      assertThat(tokens.asked())
          .extracting(TokenServer.Asked::scope)
          .contains("repository:team/app:pull", "repository:team/other:pull");
    }
  }

  @Test
  void a_public_repository_needs_an_anonymous_token() throws IOException {
    try (TokenServer tokens = TokenServer.start(ca, RealRegistry.CREDENTIALS);
        RealRegistry registry = tokenRegistry(tokens).seed(PUBLIC)) {
      String reference = registry.reference(PUBLIC);
      assertPinned(ProgramUnderTest.command().run(Lists.ofPods(reference)), reference, PUBLIC);
      assertThat(tokens.asked())
          .containsExactly(new TokenServer.Asked("GET", false, "repository:public/app:pull"));
    }
  }

  @Test
  void an_identity_token_is_posted() throws IOException {
    try (TokenServer tokens = TokenServer.start(ca, RealRegistry.CREDENTIALS);
        RealRegistry registry = tokenRegistry(tokens).seed(IMAGE)) {
      String refresh = RealRegistry.CREDENTIALS.split(":", 2)[1];
      String login =
          "{\"auths\": {\"%s\": {\"auth\": \"PHRva2VuPjo=\", \"identitytoken\": \"%s\"}}}"
              .formatted(registry.address(), refresh);
      String reference = registry.reference(IMAGE);
      assertPinned(withConfig(login).run(Lists.ofPods(reference)), reference, IMAGE);
      assertThat(tokens.asked()).extracting(TokenServer.Asked::method).contains("POST");
    }
  }

  private RealRegistry tokenRegistry(TokenServer tokens) throws IOException {
    return RealRegistry.start(folder, new Access.Token(tokens, ca), Optional.empty());
  }

  private Command withLogin(String address) throws IOException {
    return withConfig(RealRegistry.dockerConfig(address));
  }

  private Command withConfig(String json) throws IOException {
    Path docker = Files.createDirectories(folder.resolve("docker"));
    Files.writeString(docker.resolve("config.json"), json);
    return ProgramUnderTest.command().env("DOCKER_CONFIG", docker.toString());
  }

  private static void assertPinned(Outcome outcome, String reference, TestImage image) {
    assertThat(outcome.orFail().out()).contains("image: " + reference + "@" + image.digest());
    assertThat(outcome.err()).isEmpty();
  }
}
