package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.e2e.Fault.Rule;
import dev.digester.e2e.RealRegistry.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry that misbehaves, and exactly the requests that are then made. */
@NeedsProgram(RealRegistry.PROGRAM)
class FaultIT {
  private static final TestImage IMAGE = TestImage.oci("team/app:v1");
  private static final String HEAD = "HEAD /v2/team/app/manifests/v1";
  private static final String GET = "GET /v2/team/app/manifests/v1";
  private static final String DIGEST_HEADER = "Docker-Content-Digest";

  @TempDir private static Path folder;
  private static RealRegistry registry;

  @BeforeAll
  static void start() throws IOException {
    registry = RealRegistry.plain(folder).seed(IMAGE);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void a_429_is_repeated_after_the_time_that_it_asks_for() throws IOException {
    assertPinned(once("HEAD", new Fault.Status(429, Map.of("Retry-After", "1"))), HEAD, HEAD);
  }

  @Test
  void a_burst_of_503_is_sat_out() throws IOException {
    assertPinned(new Rule("HEAD", "/manifests/", 0, 2, new Fault.Status(503)), HEAD, HEAD, HEAD);
  }

  @Test
  void a_connection_that_is_dropped_is_made_again() throws IOException {
    assertPinned(once("HEAD", new Fault.Hangup(false)), HEAD, HEAD);
  }

  @Test
  void a_connection_that_is_reset_is_made_again() throws IOException {
    assertPinned(once("HEAD", new Fault.Hangup(true)), HEAD, HEAD);
  }

  @Test
  void without_a_digest_header_the_digest_is_that_of_the_body() throws IOException {
    assertPinned(always("HEAD", new Fault.Drop(DIGEST_HEADER)), HEAD, GET);
  }

  @Test
  void a_malformed_digest_header_counts_as_none() throws IOException {
    assertPinned(always("HEAD", new Fault.Set(DIGEST_HEADER, "sha256:short")), HEAD, GET);
  }

  @Test
  void a_registry_that_knows_no_head_is_asked_by_get() throws IOException {
    assertPinned(always("HEAD", new Fault.Status(405)), HEAD, GET);
  }

  @Test
  void a_404_for_head_alone_is_not_believed() throws IOException {
    assertPinned(always("HEAD", new Fault.Status(404)), HEAD, GET);
  }

  @Test
  void a_redirect_is_followed() throws IOException {
    try (FaultProxy plain = FaultProxy.before(registry);
        FaultProxy proxy =
            FaultProxy.before(
                registry, always("HEAD", new Fault.Redirect("http://" + plain.address())))) {
      assertThat(run(proxy).orFail().out()).contains(IMAGE.name() + "@" + IMAGE.digest());
      assertThat(proxy.lines()).containsExactly(HEAD);
      assertThat(plain.lines()).containsExactly(HEAD);
    }
  }

  @Test
  void credentials_do_not_follow_a_redirect_to_another_host() throws IOException {
    Path private_ = Files.createDirectory(folder.resolve("private"));
    try (RealRegistry closed =
            RealRegistry.start(private_, new Access.Basic(), Optional.empty()).seed(IMAGE);
        FaultProxy other = FaultProxy.before(closed).alsoOnOtherHost();
        FaultProxy proxy = FaultProxy.before(closed, new Rule("HEAD", "/", 1, 1, away(other)))) {
      Files.writeString(
          private_.resolve("config.json"), RealRegistry.dockerConfig(proxy.address()));
      Outcome outcome =
          ProgramUnderTest.command()
              .env("DOCKER_CONFIG", private_.toString())
              .run(Lists.ofPods(proxy.address() + "/" + IMAGE.name()));
      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(proxy.requests()).extracting(FaultProxy.Request::scheme).contains("Basic");
      assertThat(other.requests())
          .isNotEmpty()
          .allSatisfy(request -> assertThat(request.scheme()).isEqualTo("none"));
    }
  }

  @Test
  void a_body_that_is_not_what_its_digest_says_is_refused() throws IOException {
    try (FaultProxy proxy =
        FaultProxy.before(
            registry,
            always("HEAD", new Fault.Drop(DIGEST_HEADER)),
            always("GET", new Fault.Corrupt()))) {
      assertRefused(run(proxy));
    }
  }

  @Test
  void a_body_that_ends_too_early_is_fetched_again() throws IOException {
    try (FaultProxy proxy =
        FaultProxy.before(
            registry,
            always("HEAD", new Fault.Drop(DIGEST_HEADER)),
            once("GET", new Fault.Truncate(10)))) {
      assertThat(run(proxy).orFail().out()).contains(IMAGE.name() + "@" + IMAGE.digest());
      assertThat(proxy.lines()).containsExactly(HEAD, GET, GET);
    }
  }

  @Test
  void a_registry_that_never_answers_costs_one_request_and_the_time_of_the_run()
      throws IOException {
    try (FaultProxy proxy = FaultProxy.before(registry, always("HEAD", new Fault.Stall()))) {
      String list = Lists.ofPods(proxy.address() + "/" + IMAGE.name());
      Outcome outcome = ProgramUnderTest.command().run(Lists.configured(list, "{timeout: 2s}"));
      assertRefused(outcome);
      assertThat(proxy.lines()).containsExactly(HEAD);
    }
  }

  private static Rule once(String method, Fault fault) {
    return new Rule(method, "/manifests/", 0, 1, fault);
  }

  private static Rule always(String method, Fault fault) {
    return new Rule(method, "/manifests/", 0, Integer.MAX_VALUE, fault);
  }

  private static Fault away(FaultProxy other) {
    String port = other.address().split(":", 2)[1];
    return new Fault.Redirect("http://" + FaultProxy.OTHER_HOST + ":" + port);
  }

  private static Outcome run(FaultProxy proxy) {
    return ProgramUnderTest.command().run(Lists.ofPods(proxy.address() + "/" + IMAGE.name()));
  }

  private static void assertPinned(Rule rule, String... requests) throws IOException {
    try (FaultProxy proxy = FaultProxy.before(registry, rule)) {
      Outcome outcome = run(proxy).orFail();
      assertThat(outcome.out()).contains(IMAGE.name() + "@" + IMAGE.digest());
      assertThat(outcome.err()).isEmpty();
      assertThat(proxy.lines()).containsExactly(requests);
    }
  }

  private static void assertRefused(Outcome outcome) {
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).doesNotContain(IMAGE.name() + "@");
    assertThat(outcome.err()).contains(IMAGE.name()).doesNotContain("Exception", "java.");
  }
}
