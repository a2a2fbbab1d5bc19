package dev.digester.registry;

import static dev.digester.registry.Manifests.error;
import static dev.digester.registry.Manifests.manifest;
import static dev.digester.registry.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.ScriptedServer.Reply;
import dev.digester.registry.ScriptedServer.Script;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {
  private final Client client = new Client();

  /** Answers with something a number of times, then well. */
  private static Script first(int times, Reply bad) {
    var seen = new AtomicInteger();
    return _ -> seen.incrementAndGet() <= times ? bad : manifest();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 503, 504})
  void a_passing_fault_is_waited_out_with_a_delay_that_doubles(int status) {
    try (var server = ScriptedServer.start(first(3, reply(status)))) {
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(server.lines()).hasSize(4).allMatch(line -> line.startsWith("HEAD"));
      assertThat(client.time.slept())
          .containsExactly(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(800));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502})
  void a_passing_fault_that_may_be_about_heads_is_waited_out_with_gets(int status) {
    try (var server = ScriptedServer.start(first(3, reply(status)))) {
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(server.lines().stream().map(line -> line.split(" ", 2)[0]))
          .containsExactly("HEAD", "GET", "GET", "GET");
      assertThat(client.time.slept())
          .containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
    }
  }

  @Test
  void a_fault_that_lasts_is_reported_after_five_repetitions() {
    try (var server = ScriptedServer.start(_ -> error(503, "UNAVAILABLE"))) {
      assertThat(client.failure(server.host() + "/a:v1"))
          .endsWith("no usable answer: 503 UNAVAILABLE".replace(" UNAVAILABLE", ""));
      assertThat(server.requests()).hasSize(6);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {402, 409, 410, 451})
  void other_faults_are_not_repeated(int status) {
    try (var server =
        ScriptedServer.start(r -> r.path().contains("first") ? manifest() : reply(status))) {
      client.ask(server.host() + "/a:first");
      assertThat(client.failure(server.host() + "/a:v1")).endsWith("no usable answer: " + status);
      assertThat(server.requests()).hasSize(2);
      assertThat(client.time.slept()).isEmpty();
    }
  }

  @Test
  void retry_after_in_seconds_is_honoured() {
    try (var server = ScriptedServer.start(first(1, reply(429).with("Retry-After", "7")))) {
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(client.time.slept()).containsExactly(Duration.ofSeconds(7));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fri, 02 Jan 2026 03:05:05 GMT",
        "Friday, 02-Jan-26 03:05:05 GMT",
        "Fri Jan  2 03:05:05 2026"
      })
  void retry_after_as_a_date_of_any_form_is_honoured(String date) {
    try (var server = ScriptedServer.start(first(1, reply(503).with("Retry-After", date)))) {
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(client.time.slept()).containsExactly(Duration.ofSeconds(60));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "", "Thu, 01 Jan 2026 00:00:00 GMT", "0"})
  void retry_after_without_a_time_to_come_changes_nothing(String value) {
    try (var server = ScriptedServer.start(first(1, reply(503).with("Retry-After", value)))) {
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(client.time.slept()).containsExactly(Duration.ofMillis(200));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3600", "99999999999999999999"})
  void a_limit_that_outlasts_the_run_fails_at_once_and_says_until_when(String value) {
    try (var server = ScriptedServer.start(_ -> reply(429).with("Retry-After", value))) {
      assertThat(client.failure(server.host() + "/a:v1"))
          .startsWith(server.host() + " limits the rate of requests (429) and wants none before 20")
          .contains("Z, after the end of this run");
      assertThat(client.failure(server.host() + "/b:v1")).contains("limits the rate of requests");
      assertThat(server.requests()).as("the host is left alone").hasSize(1);
      assertThat(client.time.slept()).isEmpty();
    }
  }

  @Test
  void a_limit_without_a_time_is_reported_after_all_repetitions() {
    try (var server = ScriptedServer.start(_ -> reply(429))) {
      assertThat(client.failure(server.host() + "/a:v1")).contains("still did after several tries");
    }
  }

  @Test
  void others_leave_a_host_alone_that_asked_for_it() {
    var script = first(1, reply(429).with("Retry-After", "9"));
    try (var server = ScriptedServer.start(script)) {
      var limited = new Limiter(4);
      var answer =
          new Outcome.Answer(
              java.net.URI.create("http://x"),
              429,
              java.net.http.HttpHeaders.of(java.util.Map.of(), (a, b) -> true),
              Bytes.NONE);
      limited.tooMany(0, answer, java.util.Optional.of(TestTime.START.plusSeconds(9)));
      assertThat(limited.pause(TestTime.START)).isEqualTo(Duration.ofSeconds(9));
      assertThat(limited.pause(TestTime.START.plusSeconds(9))).isZero();
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
    }
  }

  @Test
  void a_dropped_connection_is_tried_three_more_times() {
    try (var server =
        ScriptedServer.start(r -> r.path().contains("good") ? manifest() : new Reply.Raw(""))) {
      client.ask(server.host() + "/a:good");
      assertThat(client.failure(server.host() + "/a:v1"))
          .isEqualTo(
              server.host()
                  + " dropped the connection before its answer was complete, several times");
      assertThat(client.time.slept()).hasSize(3);
    }
  }

  @Test
  void a_connection_that_drops_once_does_no_harm() {
    var seen = new AtomicInteger();
    try (var server =
        ScriptedServer.start(r -> seen.incrementAndGet() == 2 ? new Reply.Raw("") : manifest())) {
      client.ask(server.host() + "/a:good");
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
    }
  }

  @Test
  void a_body_that_ends_early_is_fetched_again() {
    var seen = new AtomicInteger();
    var cut = new Reply.Raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"sch");
    Script script =
        r ->
            r.method().equals("HEAD") ? reply(405) : seen.incrementAndGet() == 1 ? cut : manifest();
    try (var server = ScriptedServer.start(script)) {
      assertThat(client.ask(server.host() + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(server.lines().stream().filter(line -> line.startsWith("GET"))).hasSize(2);
    }
  }

  @Test
  void a_host_that_refuses_connections_is_tried_three_more_times_and_then_left_alone() {
    var server = ScriptedServer.start(_ -> manifest());
    server.close();
    var expected = server.host() + " cannot be reached: the connection was refused";
    assertThat(client.failure(server.host() + "/a:v1")).isEqualTo(expected);
    assertThat(client.failure(server.host() + "/b:v1")).isEqualTo(expected);
    assertThat(client.time.slept()).hasSize(3);
    client.time.sleep(Duration.ofSeconds(30));
    assertThat(client.failure(server.host() + "/b:v1")).isEqualTo(expected);
    assertThat(client.time.slept()).as("asked again after a while").hasSize(7);
  }

  @Test
  void a_request_that_timed_out_is_not_repeated() {
    client.waiting(Duration.ofMillis(300), Duration.ofMinutes(4));
    try (var server = ScriptedServer.start(_ -> new Reply.Stall())) {
      assertThat(client.failure(server.host() + "/a:v1"))
          .isEqualTo(server.host() + " did not answer: no complete answer within 0 s");
      assertThat(server.lines()).containsExactly("HEAD /v2/a/manifests/v1");
    }
  }

  @Test
  void a_body_that_never_ends_times_out_too() {
    client.waiting(Duration.ofMillis(300), Duration.ofMinutes(4));
    var stall = reply(200, "{").with("Content-Length", "100");
    try (var server = ScriptedServer.start(r -> r.method().equals("HEAD") ? reply(405) : stall)) {
      assertThat(client.failure(server.host() + "/a:v1")).contains("no complete answer within");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void the_runs_end_ends_a_request() {
    client.waiting(Duration.ofSeconds(30), Duration.ofMillis(300));
    try (var server = ScriptedServer.start(_ -> new Reply.Stall())) {
      assertThat(client.failure(server.host() + "/a:v1"))
          .contains("the time for the whole run was up");
    }
    assertThat(
            new Client().waiting(Duration.ofSeconds(1), Duration.ZERO).failure("localhost:1/a:v1"))
        .contains("the time for the whole run was up");
  }

  @Test
  void names_that_do_not_exist_are_not_tried_again() {
    assertThat(client.failure("no-such-host.invalid/a:v1"))
        .contains("cannot be reached: no such host");
    assertThat(client.time.slept()).isEmpty();
  }
}
