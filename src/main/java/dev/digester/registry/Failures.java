package dev.digester.registry;

import dev.digester.registry.Outcome.Answer;
import dev.digester.registry.Outcome.NoAnswer;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes failures of answers that are none. */
final class Failures {

  /** Error codes are upper-case words; anything else is not shown. */
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,40}");

  private Failures() {}

  /** A tag or digest in words. */
  static String asked(ManifestQuery query) {
    return query.asked().indexOf(':') < 0 ? "tag " + query.asked() : "manifest " + query.asked();
  }

  /**
   * @param who the host, or what is asked there
   */
  static RegistryFailure of(String who, NoAnswer none) {
    return none.redirected()
        .map(host -> further("%s, to which %s redirects,".formatted(host, who), none))
        .orElseGet(() -> ofTrouble(who, none));
  }

  /** For someone who was named by an answer, so that there is a network. */
  static RegistryFailure further(String who, NoAnswer none) {
    return ofTrouble(who, none) instanceof RegistryFailure.Unreachable(var host, var why, _)
        ? new RegistryFailure.Unreachable(host, why, true)
        : ofTrouble(who, none);
  }

  private static RegistryFailure ofTrouble(String who, NoAnswer none) {
    var detail = none.detail();
    return switch (none.trouble()) {
      case BAD_ADDRESS ->
          new RegistryFailure.Unreachable(
              who,
              "its name or port is not an address" + (detail.isEmpty() ? "" : "; " + detail),
              true);
      case BAD_HEADER -> new RegistryFailure.Unasked(who, detail);
      case BAD_PROXY -> new RegistryFailure.Unreachable(who, detail, true);
      case NO_SUCH_HOST ->
          new RegistryFailure.Unreachable(who, "no such host, or name lookup does not work here");
      case REFUSED -> new RegistryFailure.Unreachable(who, "the connection was refused");
      case NO_ROUTE -> new RegistryFailure.Unreachable(who, "there is no route to it");
      case DROPPED, CUT -> new RegistryFailure.Dropped(who);
      case CONNECT_TIMED_OUT -> new RegistryFailure.Unreachable(who, "no connection within 10 s");
      case TIMED_OUT -> new RegistryFailure.TimedOut(who, "no complete answer within " + detail);
      case DEADLINE, NO_STREAM ->
          new RegistryFailure.TimedOut(who, "the time for the whole run was up; 'timeout' sets it");
      case UNTRUSTED ->
          new RegistryFailure.Untrusted(
              who,
              detail.isEmpty()
                  ? "its certificate comes from an authority that is not known here"
                  : detail);
      case NOT_TLS -> new RegistryFailure.Unreachable(who, "it does not speak TLS", true);
      case TLS_FAILED ->
          new RegistryFailure.Unreachable(
              who, "the TLS handshake failed" + (detail.isEmpty() ? "" : ", " + detail), true);
      case NOT_HTTP -> new RegistryFailure.Unusable(who, "it does not speak HTTP");
      case TOO_LARGE, BAD_ENCODING, ODD_HEAD -> new RegistryFailure.Unusable(who, detail);
      case BAD_REDIRECT ->
          new RegistryFailure.Unusable(
              who,
              "it redirects where no one may follow" + (detail.isEmpty() ? "" : ", " + detail));
    };
  }

  /** For an answer with a status that says that nothing is to be had. */
  static RegistryFailure of(String who, Answer answer, Instant now) {
    var until = RetryAfter.of(answer, now);
    if (answer.status() == 429) {
      return new RegistryFailure.RateLimited(who, until);
    }
    if (answer.status() == 407) {
      return new RegistryFailure.Unreachable(
          who,
          "the proxy wants a user and a password (407); put them into the proxy's variable",
          true);
    }
    var later = until.map(at -> ", to be asked again after " + at).orElse("");
    return new RegistryFailure.Unusable(who, cameBack(answer) + later);
  }

  /** Status and error code, such as {@code 404 MANIFEST_UNKNOWN}. */
  static String cameBack(Answer answer) {
    return answer.status() + code(answer).map(code -> " " + code).orElse("");
  }

  /** The error code of the OCI distribution specification that an answer's body holds. */
  static Optional<String> code(Answer answer) {
    return Json.of(answer.body())
        .flatMap(json -> json.objects("errors").findFirst())
        .flatMap(error -> error.text("code"))
        .filter(code -> CODE.matcher(code).matches());
  }
}
