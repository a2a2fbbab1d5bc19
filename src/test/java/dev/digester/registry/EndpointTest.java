package dev.digester.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.Outcome.Answer;
import dev.digester.registry.Outcome.NoAnswer;
import dev.digester.registry.Outcome.Trouble;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndpointTest {
  private final TestTime time = new TestTime();
  private final Deadline deadline = Deadline.after(Duration.ofMinutes(4), time);
  private final List<String> asked = new ArrayList<>();
  private final List<Instant> given = new ArrayList<>();
  private Outcome https = new NoAnswer(Trouble.TIMED_OUT, "30 s");

  /** By plain http it is told that this is a TLS server, as Go's servers say it. */
  private final Endpoint endpoint =
      new Endpoint(
          "localhost:5000",
          false,
          (request, until) -> {
            asked.add(request.uri().getScheme());
            given.add(until.at());
            return request.uri().getScheme().equals("http") ? answer(request, 400) : https;
          });

  private static Answer answer(Request request, int status) {
    return new Answer(request.uri(), status, HttpHeaders.of(Map.of(), (_, _) -> true), Bytes.NONE);
  }

  private Outcome ask() {
    return endpoint.exchange(
        new Endpoint.Call("HEAD", "/v2/a/manifests/v1", Optional.empty(), AskedFor.ITSELF),
        deadline);
  }

  @ParameterizedTest
  @EnumSource(names = {"TIMED_OUT", "CONNECT_TIMED_OUT", "DEADLINE"})
  void a_tls_server_on_this_machine_may_take_its_time(Trouble late) {
    https = new NoAnswer(late, "");
    assertThat(ask()).isEqualTo(https);
    assertThat(given).as("no deadline of its own").containsOnly(deadline.at());
    https = new NoAnswer(Trouble.BAD_REDIRECT, "from https to http");
    assertThat(ask()).isEqualTo(https);
    assertThat(endpoint.isPlain()).isFalse();
  }

  @Test
  void bytes_that_are_not_tls_lead_to_plain_http() {
    https = new NoAnswer(Trouble.NOT_TLS, "");
    assertThat(ask()).isInstanceOf(Answer.class);
    assertThat(endpoint.isPlain()).isTrue();
    ask();
    assertThat(asked).containsExactly("http", "https", "http");
  }

  @Test
  void a_connection_that_drops_says_nothing_about_the_protocol() {
    https = new NoAnswer(Trouble.DROPPED, "");
    assertThat(ask()).isInstanceOf(Answer.class);
    assertThat(endpoint.isPlain()).isFalse();
    ask();
    assertThat(asked).containsExactly("http", "https", "http", "https");
  }

  @Test
  void a_redirect_that_led_nowhere_came_from_a_server_that_understood() {
    https = new NoAnswer(Trouble.REFUSED, "", Optional.of("storage.example"));
    assertThat(ask()).isEqualTo(https);
  }
}
