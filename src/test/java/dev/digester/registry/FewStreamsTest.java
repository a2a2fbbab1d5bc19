package dev.digester.registry;

import static dev.digester.registry.Manifests.MANIFEST;
import static dev.digester.registry.Manifests.OCI;
import static dev.digester.registry.Manifests.digest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.Outcome.Answer;
import dev.digester.registry.Outcome.NoAnswer;
import dev.digester.registry.Outcome.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers of HTTP/2 with few streams: FortiADC has 5. */
@Tag("registries-04")
class FewStreamsTest {
  private static final Map<String, String> HEADERS =
      Map.of("content-type", OCI, "docker-content-digest", digest(MANIFEST).toString());

  @ParameterizedTest
  @CsvSource({"1, true", "4, true", "5, true", "20, true", "1, false", "5, false"})
  void three_hundred_images_wait_for_a_stream(int streams, boolean told) throws Exception {
    try (var server = new Http2Server(streams, told, HEADERS)) {
      var client = new Client().trusting(server.host(), TestCertificates.shared().pem("ca"));
      var answers = together(300, i -> client.ask(server.host() + "/a" + i + ":v1"));
      assertThat(answers).containsOnly(new Manifest(digest(MANIFEST), OCI, List.of())).hasSize(300);
      assertThat(server.answered()).isEqualTo(300);
    }
  }

  @Test
  void what_the_client_says_of_a_missing_stream_is_understood() {
    for (var words : List.of("too many concurrent streams", "request not processed by peer")) {
      assertThat(Troubles.of(new IOException(new IOException(words))).trouble())
          .isEqualTo(Trouble.NO_STREAM);
    }
    assertThat(Troubles.of(new IOException("Received RST_STREAM: Internal error")).trouble())
        .isEqualTo(Trouble.DROPPED);
  }

  @Test
  void a_host_without_any_stream_is_asked_until_the_deadline() {
    var time = new TestTime();
    var asked = new AtomicInteger();
    var limited =
        new Limited(
            _ -> 32,
            time,
            (_, deadline) -> {
              asked.incrementAndGet();
              return new NoAnswer(deadline.hasPassed() ? Trouble.DEADLINE : Trouble.NO_STREAM, "");
            });
    var outcome = limited.exchange(request(), Deadline.after(Duration.ofSeconds(1), time));
    assertThat(outcome).isEqualTo(new NoAnswer(Trouble.DEADLINE, ""));
    assertThat(asked).hasValue(11);
    assertThat(time.slept()).hasSize(10).containsOnly(Duration.ofMillis(100));
  }

  @Test
  void the_number_of_streams_is_learnt_and_learnt_again() throws InterruptedException {
    var limiter = new Limiter(8);
    for (var i = 0; i < 8; i++) {
      limiter.enter(Duration.ZERO);
    }
    for (var i = 0; i < 3; i++) {
      assertThat(limiter.noStream()).as("there are others to wait for").isTrue();
      limiter.leave();
    }
    assertThat(limiter.limit()).as("five are under way").isEqualTo(5);
    assertThat(limiter.enter(Duration.ZERO)).isEmpty();
    for (var i = 0; i < 5; i++) {
      limiter.foundStream();
      limiter.leave();
    }
    assertThat(limiter.limit()).as("after a round that found its streams").isEqualTo(6);
    limiter.enter(Duration.ZERO);
    assertThat(limiter.noStream()).as("no one to wait for").isFalse();
    assertThat(limiter.limit()).isEqualTo(1);
    for (var i = 0; i < 100; i++) {
      limiter.foundStream();
    }
    assertThat(limiter.limit()).as("what is set").isEqualTo(8);
  }

  @Test
  void a_halved_limit_does_not_grow_back_with_the_streams() throws InterruptedException {
    var limiter = new Limiter(8);
    var entered = limiter.enter(Duration.ZERO).orElseThrow();
    limiter.tooMany(entered, answer(), Optional.empty());
    limiter.noStream();
    for (var i = 0; i < 100; i++) {
      limiter.foundStream();
    }
    assertThat(limiter.limit()).isEqualTo(4);
  }

  private static Answer answer() {
    var uri = URI.create("https://h/");
    return new Answer(uri, 429, HttpHeaders.of(Map.of(), (_, _) -> true), Bytes.NONE);
  }

  private static Request request() {
    return Request.get(URI.create("https://registry.example/v2/"), Optional.empty());
  }

  private interface Asking {
    ManifestAnswer ask(int number);
  }

  private static List<ManifestAnswer> together(int count, Asking asking) throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var futures = new ArrayList<Future<ManifestAnswer>>();
      for (var i = 0; i < count; i++) {
        var number = i;
        futures.add(executor.submit(() -> asking.ask(number)));
      }
      var answers = new ArrayList<ManifestAnswer>();
      for (var future : futures) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
