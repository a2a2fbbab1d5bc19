package dev.digester.registry;

import dev.digester.registry.Outcome.NoAnswer;
import dev.digester.registry.Outcome.Trouble;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Finds out from the JDK's exceptions what happened, and says it without their names. */
final class Troubles {
  /** What the JDK says of a request for which HTTP/2 had no stream: the server never saw it. */
  private static final Set<String> NO_STREAM =
      Set.of("too many concurrent streams", "request not processed by peer");

  private Troubles() {}

  static NoAnswer of(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
        .sorted((a, b) -> Integer.compare(rank(b), rank(a)))
        .map(Troubles::named)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> new NoAnswer(Trouble.DROPPED, ""));
  }

  /** What a trouble is that came when the head of the answer was read already. */
  static Outcome afterBegin(Outcome outcome) {
    var lost =
        outcome instanceof NoAnswer none
            && (none.trouble() == Trouble.DROPPED || none.trouble() == Trouble.NOT_HTTP);
    return lost ? new NoAnswer(Trouble.CUT, "") : outcome;
  }

  /** Which link of a chain of causes says most: a certificate more than a handshake, and so on. */
  private static int rank(Throwable thrown) {
    return switch (thrown) {
      case BoundedBody.TooLargeException _ -> 4;
      case CertificateException _, UnknownHostException _, UnresolvedAddressException _ -> 3;
      case SSLException _ -> 2;
      default -> 1;
    };
  }

  private static Optional<NoAnswer> named(Throwable thrown) {
    return switch (thrown) {
      case BoundedBody.TooLargeException e -> trouble(Trouble.TOO_LARGE, words(e));
      case TrustException e -> trouble(Trouble.UNTRUSTED, words(e));
      case CertificateException e -> trouble(Trouble.UNTRUSTED, certificate(e));
      case UnknownHostException _, UnresolvedAddressException _ ->
          trouble(Trouble.NO_SUCH_HOST, "");
      case NumberFormatException _ -> Optional.of(OddHead.number());
      case IllegalArgumentException _ -> trouble(Trouble.BAD_ADDRESS, "");
      case SSLException e -> Optional.of(tls(e));
      case HttpConnectTimeoutException _ -> trouble(Trouble.CONNECT_TIMED_OUT, "");
      case NoRouteToHostException _ -> trouble(Trouble.NO_ROUTE, "");
      case ConnectException e -> trouble(connect(words(e)), "");
      case ProtocolException e -> Optional.of(OddHead.of(words(e)));
      case IOException e when NO_STREAM.contains(words(e)) -> trouble(Trouble.NO_STREAM, "");
      default -> Optional.empty();
    };
  }

  private static Optional<NoAnswer> trouble(Trouble trouble, String detail) {
    return Optional.of(new NoAnswer(trouble, detail));
  }

  private static Trouble connect(String words) {
    return words.contains("unreachable") ? Trouble.NO_ROUTE : Trouble.REFUSED;
  }

  private static NoAnswer tls(SSLException e) {
    var words = words(e);
    if (words.contains("unable to find valid certification path") || words.contains("pkix")) {
      return new NoAnswer(Trouble.UNTRUSTED, "");
    }
    if (words.contains("unrecognized ssl message")) {
      return new NoAnswer(Trouble.NOT_TLS, "");
    }
    if (words.contains("terminated") || words.contains("closed")) {
      return new NoAnswer(Trouble.DROPPED, "");
    }
    return new NoAnswer(
        Trouble.TLS_FAILED,
        words.contains("certificate") ? "it wants a client certificate or refuses ours" : "");
  }

  private static String certificate(CertificateException e) {
    var chain =
        Stream.iterate((Throwable) e, t -> t != null, Throwable::getCause)
            .map(Troubles::words)
            .toList();
    if (chain.stream()
        .anyMatch(w -> w.contains("subject alternative") || w.contains("no name matching"))) {
      return "its certificate is made out to another name";
    }
    return chain.stream().anyMatch(w -> w.contains("notafter") || w.contains("expired"))
        ? "its certificate has expired"
        : "";
  }

  private static String words(Throwable thrown) {
    var message = thrown.getMessage();
    if (thrown instanceof TrustException || thrown instanceof BoundedBody.TooLargeException) {
      return message == null ? "" : message;
    }
    return message == null ? "" : message.toLowerCase(Locale.ROOT);
  }
}
