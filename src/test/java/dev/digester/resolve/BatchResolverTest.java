package dev.digester.resolve;

import static dev.digester.registry.Manifests.digest;
import static dev.digester.registry.Manifests.error;
import static dev.digester.registry.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.credentials.Answer;
import dev.digester.credentials.Keychain;
import dev.digester.reference.ImageReference;
import dev.digester.registry.Deadline;
import dev.digester.registry.ManifestQuery;
import dev.digester.registry.Manifests;
import dev.digester.registry.Mirror;
import dev.digester.registry.NetworkSettings;
import dev.digester.registry.QuickClient;
import dev.digester.registry.RegistrySettings;
import dev.digester.registry.ScriptedServer;
import dev.digester.registry.ScriptedServer.Reply;
import dev.digester.registry.TestCertificates;
import dev.digester.resolve.Resolution.Cause;
import dev.digester.resolve.Resolution.Failed;
import dev.digester.resolve.Resolution.Resolved;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchResolverTest {
  private static final Keychain NOBODY = (h, r) -> new Answer.None(List.of(), Optional.empty());

  private static Deadline within(Duration time) {
    return Deadline.after(time, InstantSource.system());
  }

  private static BatchResolver batch(RegistrySettings... registries) {
    return batch(false, registries);
  }

  private static BatchResolver batch(boolean inContainer, RegistrySettings... registries) {
    var network = new NetworkSettings("1", Map.of(), inContainer);
    var settings = new ResolveSettings(network, List.of(registries), List.of());
    return BatchResolver.of(
        settings,
        within(Duration.ofMinutes(1)),
        QuickClient.of(settings.network(), settings.registries(), NOBODY));
  }

  private static List<Question> references(Stream<String> written) {
    return written.map(w -> new Question(ImageReference.parse(w), NOBODY)).toList();
  }

  @Test
  void each_distinct_image_is_asked_once() {
    try (var server = ScriptedServer.start(_ -> manifest())) {
      var written =
          IntStream.range(0, 500)
              .boxed()
              .flatMap(_ -> IntStream.range(0, 20).mapToObj(i -> server.host() + "/a" + i + ":v1"));
      var resolutions = batch().resolveAll(references(written));
      assertThat(resolutions).hasSize(20);
      assertThat(resolutions.values()).allSatisfy(r -> assertThat(r).isInstanceOf(Resolved.class));
      assertThat(server.requests()).hasSize(20);
    }
  }

  @Test
  void no_thread_is_left_for_the_end_of_the_program_to_wait_for() throws InterruptedException {
    var before = Thread.getAllStackTraces().keySet();
    List<Thread> clients;
    try (var server = ScriptedServer.start(_ -> manifest());
        var batch = batch()) {
      assertThat(batch.resolveAll(references(Stream.of(server.host() + "/a:v1")))).hasSize(1);
      clients =
          Thread.getAllStackTraces().keySet().stream()
              .filter(t -> t.getName().startsWith("HttpClient-") && !before.contains(t))
              .toList();
    }
    assertThat(clients).isNotEmpty();
    for (var client : clients) {
      assertThat(client.join(Duration.ofSeconds(10))).as(client.getName()).isTrue();
    }
  }

  @Test
  void spellings_of_one_image_share_a_look_up() {
    var asked = new java.util.concurrent.atomic.AtomicInteger();
    Resolver resolver =
        _ -> {
          asked.incrementAndGet();
          return new Failed(Cause.UNKNOWN, "no", List.of());
        };
    var references = references(Stream.of("nginx", "docker.io/library/nginx:latest", "nginx"));
    var resolutions =
        new BatchResolver(resolver, within(Duration.ofMinutes(1))).resolveAll(references);
    assertThat(resolutions).containsOnlyKeys(references);
    assertThat(asked).hasValue(1);
  }

  @Test
  void one_failure_does_not_stop_the_others() {
    try (var server =
        ScriptedServer.start(
            r -> r.path().contains("bad") ? error(404, "MANIFEST_UNKNOWN") : manifest())) {
      var references = references(Stream.of("/bad:v1", "/good:v1").map(server.host()::concat));
      var resolutions = batch().resolveAll(references);
      assertThat(resolutions.get(references.getFirst()))
          .isInstanceOfSatisfying(
              Failed.class, f -> assertThat(f.cause()).isEqualTo(Cause.UNKNOWN));
      assertThat(resolutions.get(references.getLast()))
          .isEqualTo(
              new Resolved(
                  digest(Manifests.MANIFEST),
                  Manifests.OCI,
                  Source.REGISTRY,
                  Optional.empty(),
                  List.of(),
                  List.of()));
    }
  }

  @Test
  void what_is_open_at_the_deadline_has_failed_and_the_rest_has_not() {
    var never = new CountDownLatch(1);
    Resolver resolver =
        question -> {
          if (question.reference().written().equals("slow")) {
            try {
              never.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
          return new Failed(Cause.UNKNOWN, "answered", List.of());
        };
    var resolutions =
        new BatchResolver(resolver, within(Duration.ofMillis(200)))
            .resolveAll(references(Stream.of("slow", "fast")));
    assertThat(resolutions.values().stream().map(r -> ((Failed) r).message()))
        .containsExactly(
            "no answer when the time for the whole run was up; 'timeout' sets it", "answered");
  }

  @Test
  void an_interrupt_ends_the_batch() {
    Thread.currentThread().interrupt();
    var resolutions =
        new BatchResolver(
                _ -> new Failed(Cause.UNKNOWN, "", List.of()), within(Duration.ofMinutes(1)))
            .resolveAll(references(Stream.of("nginx")));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(resolutions.values()).allSatisfy(r -> assertThat(r).isInstanceOf(Failed.class));
  }

  @Test
  void a_resolver_that_throws_is_a_defect() {
    var batch =
        new BatchResolver(
            new OnceResolver(_ -> {
              throw new IllegalArgumentException("broken");
            }),
            within(Duration.ofMinutes(1)));
    assertThatThrownBy(() -> batch.resolveAll(references(Stream.of("nginx"))))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("broken");
  }

  @Test
  void the_hint_about_the_network_comes_only_in_a_container_when_nothing_was_reached() {
    var gone = ScriptedServer.start(_ -> manifest());
    gone.close();
    var alone = batch(true).resolveAll(references(Stream.of(gone.host() + "/a:v1")));
    var outside = batch(false).resolveAll(references(Stream.of(gone.host() + "/a:v1")));
    assertThat(((Failed) outside.values().iterator().next()).message()).doesNotContain("--network");
    assertThat(((Failed) alone.values().iterator().next()).message())
        .contains(
            "--network (kpt fn eval)",
            "--allow-network (kpt fn render)",
            "network: true (kustomize)");
    try (var server = ScriptedServer.start(_ -> manifest())) {
      var both =
          batch(true)
              .resolveAll(references(Stream.of(gone.host() + "/a:v1", server.host() + "/a:v1")));
      assertThat(both.values().toString())
          .contains("connection was refused")
          .doesNotContain("--network");
    }
  }

  @Test
  void mirrors_are_asked_in_order_and_the_first_good_answer_counts() {
    try (var bad = ScriptedServer.start(_ -> error(404, "NAME_UNKNOWN"));
        var good = ScriptedServer.start(_ -> manifest())) {
      var hub = mirrored("docker.io", true, bad.host(), good.host() + "/hub/cache");
      var resolution =
          batch(hub).resolveAll(references(Stream.of("nginx:1.27"))).values().iterator().next();
      assertThat(resolution)
          .isInstanceOfSatisfying(
              Resolved.class,
              r -> {
                assertThat(r.source()).isEqualTo(Source.MIRROR);
                assertThat(r.mirror()).contains(good.host());
                assertThat(r.notes())
                    .containsExactly(
                        "mirror "
                            + bad.host()
                            + " was passed over: "
                            + bad.host()
                            + " has no repository library/nginx (404 NAME_UNKNOWN); check the spelling of the name");
              });
      assertThat(good.lines()).containsExactly("GET /v2/hub/cache/library/nginx/manifests/1.27");
      assertThat(bad.lines()).hasSize(1);
    }
  }

  @Test
  void a_mirror_shows_with_its_first_answer_that_it_tells_the_truth() {
    String other = "sha256:" + "0".repeat(64);
    try (var lying = ScriptedServer.start(_ -> manifest().with("Docker-Content-Digest", other));
        var honest = ScriptedServer.start(_ -> manifest())) {
      var settings = mirrored("docker.io", true, lying.host(), honest.host());
      var batch = batch(settings);
      for (var name : List.of("nginx:1.27", "redis:7")) {
        var found = batch.resolveAll(references(Stream.of(name))).values().iterator().next();
        assertThat(((Resolved) found).mirror()).contains(honest.host());
        assertThat(((Resolved) found).digest().toString()).isNotEqualTo(other);
        assertThat(found.notes().getFirst()).contains(lying.host() + " was passed over: ");
      }
      assertThat(lying.lines())
          .as("one image's manifest says nothing of another's")
          .containsExactly(
              "GET /v2/library/nginx/manifests/1.27", "GET /v2/library/redis/manifests/7");
      assertThat(honest.lines())
          .containsExactly(
              "GET /v2/library/nginx/manifests/1.27", "HEAD /v2/library/redis/manifests/7");
    }
  }

  @Test
  void the_registry_answers_where_no_mirror_does() {
    try (var bad = ScriptedServer.start(_ -> ScriptedServer.reply(503));
        var origin = ScriptedServer.start(_ -> manifest())) {
      var settings = mirrored(origin.host(), true, bad.host());
      var resolutions = batch(settings).resolveAll(references(Stream.of(origin.host() + "/a:v1")));
      assertThat(resolutions.values())
          .allSatisfy(r -> {
            assertThat(((Resolved) r).source()).isEqualTo(Source.REGISTRY);
            assertThat(r.notes()).hasSize(1);
          });
      assertThat(bad.requests()).as("mirrors are not asked again").hasSize(1);
    }
  }

  @Test
  void without_fallback_the_registry_is_not_asked() {
    try (var bad = ScriptedServer.start(_ -> error(404, "NAME_UNKNOWN"));
        var origin = ScriptedServer.start(_ -> manifest())) {
      var settings = mirrored(origin.host(), false, bad.host());
      var resolutions = batch(settings).resolveAll(references(Stream.of(origin.host() + "/a:v1")));
      assertThat(resolutions.values().toString())
          .contains(
              "no mirror of " + origin.host() + " gave an answer", "leaves no other host to ask");
      assertThat(origin.requests()).isEmpty();
    }
  }

  @Test
  void without_fallback_and_without_mirrors_no_one_is_asked() {
    try (var origin = ScriptedServer.start(_ -> manifest())) {
      var settings = mirrored(origin.host(), false);
      var resolutions = batch(settings).resolveAll(references(Stream.of(origin.host() + "/a:v1")));
      assertThat(resolutions.values().toString())
          .contains(
              "'fallback: false' of "
                  + origin.host()
                  + " leaves no host to ask, since it has no mirrors");
      assertThat(origin.requests()).isEmpty();
    }
  }

  @Test
  void the_network_is_missed_where_no_mirror_can_be_reached_either() {
    var gone = ScriptedServer.start(_ -> manifest());
    gone.close();
    try (var bad = ScriptedServer.start(_ -> error(404, "NAME_UNKNOWN"))) {
      assertThat(failure(mirrored("a.example", false, gone.host()))).contains("--network");
      assertThat(failure(mirrored(gone.host(), true, "127.0.0.1:1"))).contains("--network");
      assertThat(failure(mirrored("a.example", false, gone.host(), bad.host())))
          .doesNotContain("--network");
      assertThat(failure(mirrored(gone.host(), true, bad.host()))).doesNotContain("--network");
    }
  }

  private static String failure(RegistrySettings settings) {
    return batch(true, settings)
        .resolveAll(references(Stream.of(settings.host() + "/a:v1")))
        .values()
        .toString();
  }

  @Test
  void a_mirror_that_is_down_or_stalls_is_not_asked_again() {
    var gone = ScriptedServer.start(_ -> manifest());
    gone.close();
    try (var origin = ScriptedServer.start(_ -> manifest());
        var stalled = ScriptedServer.start(_ -> new Reply.Stall())) {
      var settings = mirrored(origin.host(), true, gone.host(), stalled.host());
      var batch =
          BatchResolver.of(
              new ResolveSettings(new NetworkSettings("1", Map.of()), List.of(settings), List.of()),
              within(Duration.ofMillis(200)));
      // The run's end comes before the mirror's 10 seconds; both end the wait.
      batch.resolveAll(references(Stream.of(origin.host() + "/a:v1")));
      var again = batch.resolveAll(references(Stream.of(origin.host() + "/b:v1")));
      assertThat(stalled.requests()).hasSizeLessThanOrEqualTo(1);
      assertThat(again).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"quay.io, Quay.IO", "Quay.IO, quay.io"})
  void case_10_only_mirrors_are_asked_in_every_spelling_of_the_host(String written, String host) {
    var settings =
        new ResolveSettings(
            new NetworkSettings("1", Map.of()),
            List.of(mirrored(written, false, "m.example")),
            List.of());
    assertThat(settings.queries(ImageReference.parse(host + "/a:v1")))
        .extracting(ManifestQuery::host)
        .containsExactly("m.example");
  }

  @Test
  void one_image_of_a_mirror_that_redirects_nowhere_does_not_keep_others_from_it() {
    var gone = ScriptedServer.start(_ -> manifest());
    gone.close();
    try (var origin = ScriptedServer.start(_ -> manifest());
        var mirror =
            ScriptedServer.start(r ->
                r.path().contains("/bad/")
                    ? ScriptedServer.reply(307).with("Location", "http://" + gone.host() + "/x")
                    : manifest())) {
      var batch = batch(mirrored(origin.host(), true, mirror.host()));
      for (var name : List.of("bad", "good1", "good2")) {
        batch.resolveAll(references(Stream.of(origin.host() + "/" + name + ":v1")));
      }
      assertThat(origin.lines()).containsExactly("HEAD /v2/bad/manifests/v1");
      assertThat(mirror.requests()).hasSize(3);
    }
  }

  @Test
  void a_registry_of_one_image_is_not_trusted_because_another_image_names_it() {
    var tls = TestCertificates.shared().server("server");
    try (var named =
            ScriptedServer.start(tls, false, _ -> ScriptedServer.reply(200, "{\"token\":\"t\"}"));
        var first =
            ScriptedServer.start(
                tls,
                false,
                _ ->
                    ScriptedServer.reply(401)
                        .with(
                            "WWW-Authenticate",
                            "Bearer realm=\"https://" + named.host() + "/token\""))) {
      var insecure =
          new RegistrySettings(first.host(), List.of(), true, Optional.empty(), true, 32);
      var written = Stream.of(first.host() + "/a:v1", named.host() + "/b:v1");
      assertThat(batch(insecure).resolveAll(references(written)).values())
          .allSatisfy(r -> assertThat(((Failed) r).message()).contains(" is not trusted: "));
      assertThat(named.requests()).isEmpty();
    }
  }

  private static RegistrySettings mirrored(String host, boolean fallback, String... mirrors) {
    var parsed = Stream.of(mirrors).map(m -> Mirror.parse(m).orElseThrow()).toList();
    return new RegistrySettings(host, parsed, fallback, Optional.empty(), false, 32);
  }
}
