package dev.digester.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.credentials.Credential;
import dev.digester.registry.Outcome.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Fetches tokens (distribution's <a
 * href="https://distribution.github.io/distribution/spec/auth/token/">token</a> and <a
 * href="https://distribution.github.io/distribution/spec/auth/oauth/">OAuth 2</a> specifications).
 */
final class TokenService {
  private static final String CLIENT = "digester";

  /** How long a token serves whose answer does not say; the specification's default. */
  private static final Duration DEFAULT_LIFE = Duration.ofSeconds(60);

  /** In seconds, a year; a longer life is taken for that. */
  private static final long LONGEST_LIFE = 31_536_000;

  /** What is taken off the life of a token, for the way to the registry and clocks that differ. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final Exchanger exchanger;
  private final Retries retries;

  TokenService(Exchanger exchanger, Retries retries) {
    this.exchanger = exchanger;
    this.retries = retries;
  }

  /** A token that anyone gets. */
  TokenAnswer anonymous(Challenge.Bearer challenge, Patience patience) {
    return send(Request.get(query(challenge, ""), Optional.empty()), patience);
  }

  /** A token for a user. */
  TokenAnswer with(Credential credential, Challenge.Bearer challenge, Patience patience) {
    return switch (credential) {
      case Credential.Basic basic -> {
        var account = "&account=" + encode(basic.user());
        var proof = Authorization.basic(basic, "");
        yield send(Request.get(query(challenge, account), Optional.of(proof)), patience);
      }
      case Credential.IdentityToken identity ->
          send(Request.post(challenge.realm(), form(challenge, identity)), patience);
      case Credential.RegistryToken given -> new TokenAnswer.Granted(given.token(), Instant.MAX);
    };
  }

  private static URI query(Challenge.Bearer challenge, String more) {
    var realm = challenge.realm();
    var service = challenge.service().map(name -> "service=" + encode(name) + "&").orElse("");
    var own = realm.getRawQuery() == null ? "" : realm.getRawQuery() + "&";
    var scopes = challenge.scopes().stream().map(scope -> "scope=" + encode(scope));
    return URI.create(
        "%s://%s%s?%s%s%s%s"
            .formatted(
                realm.getScheme(),
                realm.getRawAuthority(),
                realm.getRawPath(),
                own,
                service,
                scopes.collect(Collectors.joining("&")),
                more));
  }

  private static String form(Challenge.Bearer challenge, Credential.IdentityToken identity) {
    return "grant_type=refresh_token&client_id="
        + CLIENT
        + challenge.service().map(name -> "&service=" + encode(name)).orElse("")
        + "&scope="
        + encode(String.join(" ", challenge.scopes()))
        + "&refresh_token="
        + encode(identity.token().strip());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private TokenAnswer send(Request request, Patience patience) {
    var who = "the token service " + request.uri().getRawAuthority();
    var outcome = retries.run(() -> exchanger.exchange(request, patience.deadline()), patience);
    return switch (outcome) {
      case Answer answer -> read(answer, who, patience.deadline().clock().instant());
      case Outcome.NoAnswer none -> new TokenAnswer.Failed(Failures.further(who, none));
      case Outcome.Refused refused -> new TokenAnswer.Failed(refused.failure());
    };
  }

  private static TokenAnswer read(Answer answer, String who, Instant now) {
    return switch (answer.status()) {
      case 200 ->
          Json.of(answer.body())
              .flatMap(json -> granted(json, now))
              .orElseGet(() ->
                  new TokenAnswer.Failed(
                      new RegistryFailure.Unusable(who, "its answer holds no token")));
      // OAuth 2 answers 400 to a refresh token that is no longer valid (RFC 6749, clause 5.2).
      case 400, 401, 403 -> new TokenAnswer.Rejected();
      default -> new TokenAnswer.Failed(Failures.of(who, answer, now));
    };
  }

  private static Optional<TokenAnswer> granted(Json json, Instant now) {
    var life =
        json.number("expires_in")
            .flatMap(TokenService::seconds)
            .map(Duration::ofSeconds)
            .orElse(DEFAULT_LIFE);
    return token(json, "token")
        .or(() -> token(json, "access_token"))
        .map(token -> new TokenAnswer.Granted(token, now.plus(life).minus(MARGIN)));
  }

  private static Optional<String> token(Json json, String name) {
    return json.text(name).map(String::strip).filter(Authorization::canHold);
  }

  private static Optional<Long> seconds(String text) {
    try {
      return Optional.of(Math.min(Long.parseLong(text), LONGEST_LIFE)).filter(s -> s > 0);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
