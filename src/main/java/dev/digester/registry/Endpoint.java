package dev.digester.registry;

import dev.digester.registry.Outcome.Answer;
import dev.digester.registry.Outcome.NoAnswer;
import dev.digester.registry.Outcome.Trouble;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a registry is asked, and whether by https or plain http: https; for loopback hosts plain
 * http first, and https where that is not understood; with {@code insecure} https first, and plain
 * http where that is not understood. Which one it is is found out by the first request: by what
 * comes back, never by how long it takes.
 */
final class Endpoint {

  /** What a server of the other protocol makes of a request. */
  private static final Set<Trouble> MISUNDERSTOOD =
      Set.of(Trouble.NOT_HTTP, Trouble.DROPPED, Trouble.NOT_TLS);

  /** What says nothing about the protocol: no connection, or none that lasted long enough. */
  private static final Set<Trouble> UNKNOWN =
      Set.of(
          Trouble.BAD_ADDRESS,
          Trouble.BAD_HEADER,
          Trouble.NO_SUCH_HOST,
          Trouble.NO_ROUTE,
          Trouble.REFUSED,
          Trouble.CONNECT_TIMED_OUT,
          Trouble.TIMED_OUT,
          Trouble.DEADLINE,
          Trouble.DROPPED);

  /** Of these, what is a clock's word: a server that speaks TLS may take its time. */
  private static final Set<Trouble> SLOW =
      Set.of(Trouble.CONNECT_TIMED_OUT, Trouble.TIMED_OUT, Trouble.DEADLINE);

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
      String method, String path, Optional<Authorization> authorization, AskedFor askedFor) {
    /**
     * The request to an address.
     *
     * @param readable whether others can read what is sent on the way
     */
    Request to(URI uri, boolean readable) {
      return new Request(
          method,
          uri,
          ManifestType.ACCEPT,
          authorization,
          Optional.empty(),
          askedFor.headers(readable));
    }
  }

  private Outcome probe(Call call, Deadline deadline) {
    var first = send(schemes.getFirst(), call, deadline);
    if (schemes.size() == 1 || otherTried || !isMisunderstood(first)) {
      settle(first, schemes.getFirst());
      return first;
    }
    var second = send(schemes.getLast(), call, deadline);
    if (isUnderstood(second)) {
      settle(second, schemes.getLast());
      return second;
    }
    if (second instanceof NoAnswer none && SLOW.contains(none.trouble())) {
      return second;
    }
    if (isForeign(second)) {
      otherTried = true;
      settle(first, schemes.getFirst());
    }
    return first;
  }

  /** Whether what came back cannot come from a server of the second protocol. */
  private boolean isForeign(Outcome second) {
    return second instanceof NoAnswer none && none.trouble() == foreign();
  }

  private Trouble foreign() {
    return schemes.getLast().equals("https") ? Trouble.NOT_TLS : Trouble.NOT_HTTP;
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
  private boolean isUnderstood(Outcome outcome) {
    return switch (outcome) {
      case Answer _ -> true;
      case NoAnswer none ->
          none.redirected().isPresent()
              || (!UNKNOWN.contains(none.trouble()) && none.trouble() != foreign());
      case Outcome.Refused _ -> true;
    };
  }

  private boolean hasPort() {
    return authority.indexOf(':', authority.lastIndexOf(']') + 1) >= 0;
  }

  private Outcome send(String by, Call call, Deadline deadline) {
    var readable = by.equals("http") && !isLoopback();
    return switch (Address.of(by + "://" + authority + call.askedFor().at(call.path()))) {
      case Address.Usable(var uri) -> exchanger.exchange(call.to(uri, readable), deadline);
      case Address.Unusable(var why) -> new NoAnswer(Trouble.BAD_ADDRESS, why);
    };
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

  /** Whether an address is on this host, at whatever port. */
  boolean isHostOf(URI uri) {
    return uri.getHost() != null
        && Authority.of(uri)
            .host()
            .equals(Authority.of(URI.create(uri.getScheme() + "://" + authority)).host());
  }

  /** Whether an answer comes from here and not from where a redirect led. */
  boolean isOrigin(Answer answer) {
    return Authority.of(URI.create(answer.uri().getScheme() + "://" + authority))
        .equals(Authority.of(answer.uri()));
  }
}
