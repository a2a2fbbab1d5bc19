package dev.digester.registry;

import dev.digester.registry.Outcome.Answer;
import dev.digester.registry.Outcome.NoAnswer;
import dev.digester.registry.Outcome.Trouble;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a registry is asked, and whether by https or plain http: https; for loopback hosts plain
 * http first, and https where that is not understood; with {@code insecure} https first, and plain
 * http where that is not understood. Which one it is is found out by the first request.
 */
final class Endpoint {

  /** What a server of the other protocol makes of a request. */
  private static final Set<Trouble> MISUNDERSTOOD =
      Set.of(Trouble.NOT_HTTP, Trouble.DROPPED, Trouble.NOT_TLS);

  /** What only a server of the same protocol brings about. */
  private static final Set<Trouble> UNDERSTOOD =
      Set.of(
          Trouble.UNTRUSTED,
          Trouble.TLS_FAILED,
          Trouble.BAD_REDIRECT,
          Trouble.TOO_LARGE,
          Trouble.BAD_ENCODING,
          Trouble.ODD_HEAD);

  /** How long a server on this machine may take to show that it speaks TLS. */
  private static final Duration PROBE = Duration.ofSeconds(3);

  private final String authority;
  private final List<String> schemes;
  private final Exchanger exchanger;
  private volatile @Nullable String scheme;
  private volatile boolean otherTried;

  Endpoint(String host, boolean insecure, Exchanger exchanger) {
    this.authority = Authority.api(host);
    this.exchanger = exchanger;
    this.schemes = schemes(isLoopback(authority), insecure);
  }

  private static List<String> schemes(boolean loopback, boolean insecure) {
    if (loopback) {
      return List.of("http", "https");
    }
    return insecure ? List.of("https", "http") : List.of("https");
  }

  /** Asks once. */
  Outcome exchange(Call call, Deadline deadline) {
    var known = scheme;
    return known == null
        ? probe(new Call(call.method(), call.path(), Optional.empty(), call.askedFor()), deadline)
        : send(known, call, deadline);
  }

  /**
   * What is asked.
   *
   * @param path begins with a slash
   */
  record Call(
      String method, String path, Optional<Authorization> authorization, AskedFor askedFor) {}

  private Outcome probe(Call call, Deadline deadline) {
    var first = send(schemes.getFirst(), call, deadline);
    if (schemes.size() == 1 || otherTried || !isMisunderstood(first)) {
      settle(first, schemes.getFirst());
      return first;
    }
    otherTried = true;
    var second = send(schemes.getLast(), call, isLoopback() ? soon(deadline) : deadline);
    var other = isUnderstood(second);
    settle(other ? second : first, other ? schemes.getLast() : schemes.getFirst());
    return other ? second : first;
  }

  private static Deadline soon(Deadline deadline) {
    var soon = deadline.clock().instant().plus(PROBE);
    return soon.isBefore(deadline.at()) ? new Deadline(soon, deadline.clock()) : deadline;
  }

  private void settle(Outcome outcome, String found) {
    if (outcome instanceof Answer) {
      scheme = found;
    }
  }

  private boolean isMisunderstood(Outcome outcome) {
    return switch (outcome) {
      case Answer answer -> answer.status() == 400 && schemes.getFirst().equals("http");
      case NoAnswer none ->
          MISUNDERSTOOD.contains(none.trouble())
              || (none.trouble() == Trouble.REFUSED && !hasPort());
      case Outcome.Refused _ -> false;
    };
  }

  /** Whether the other side understood, though nothing came of it. */
  private static boolean isUnderstood(Outcome outcome) {
    return outcome instanceof Answer
        || (outcome instanceof NoAnswer none && UNDERSTOOD.contains(none.trouble()));
  }

  private boolean hasPort() {
    return authority.indexOf(':', authority.lastIndexOf(']') + 1) >= 0;
  }

  private Outcome send(String by, Call call, Deadline deadline) {
    URI uri;
    try {
      uri = URI.create(by + "://" + authority + call.askedFor().at(call.path()));
    } catch (IllegalArgumentException e) {
      return new NoAnswer(Trouble.BAD_ADDRESS, "");
    }
    var readable = by.equals("http") && !isLoopback();
    var request =
        new Request(
            call.method(),
            uri,
            ManifestType.ACCEPT,
            call.authorization(),
            Optional.empty(),
            call.askedFor().headers(readable));
    return exchanger.exchange(request, deadline);
  }

  /** Whether what is sent can be read by others on the way. */
  boolean isPlain() {
    return "http".equals(scheme);
  }

  boolean isLoopback() {
    return isLoopback(authority);
  }

  private static boolean isLoopback(String authority) {
    var bracket = authority.lastIndexOf(']');
    var colon = authority.indexOf(':', bracket + 1);
    return Loopback.is(colon < 0 ? authority : authority.substring(0, colon));
  }

  /** Whether an answer comes from here and not from where a redirect led. */
  boolean isOrigin(Answer answer) {
    return Authority.of(URI.create(answer.uri().getScheme() + "://" + authority))
        .equals(Authority.of(answer.uri()));
  }
}
