package dev.digester.registry;

import dev.digester.registry.Outcome.Answer;
import dev.digester.registry.Outcome.NoAnswer;
import dev.digester.registry.Outcome.Trouble;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Follows redirects by hand (RFC 9110, clause 15.4): proof of identity goes to no other host and
 * port, https never becomes http, another host is judged by its own settings, and somewhere it
 * ends.
 */
final class Redirecting implements Exchanger {

  /** How often one request is sent on; browsers take 20, registries need one. */
  private static final int MOST = 5;

  private static final Set<String> SCHEMES = Set.of("https", "http");

  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  private final Exchanger next;
  private final Function<URI, Exchanger> elsewhere;
  private final Reach reach;

  /**
   * @param next asks the host that is meant
   * @param elsewhere asks another host, under the settings of that one
   * @param reach of the registry on whose word all is done
   */
  Redirecting(Exchanger next, Function<URI, Exchanger> elsewhere, Reach reach) {
    this.next = next;
    this.elsewhere = elsewhere;
    this.reach = reach;
  }

  @Override
  public Outcome exchange(Request request, Deadline deadline) {
    var current = request;
    var by = next;
    for (var followed = 0; ; followed++) {
      // At each step and each repetition, since names may lead elsewhere by then.
      if (!reach.covers(current.uri())) {
        return new NoAnswer(Trouble.BAD_REDIRECT, "to " + Reach.OUT);
      }
      var outcome = by.exchange(current, deadline);
      if (followed > 0 && outcome instanceof NoAnswer(var trouble, var detail, _)) {
        return new NoAnswer(trouble, detail, Optional.of(current.uri().getHost()));
      }
      if (!(outcome instanceof Answer answer) || !isRedirect(answer)) {
        return outcome;
      }
      var target = target(answer);
      if (followed == MOST || request.form().isPresent()) {
        return new NoAnswer(Trouble.BAD_REDIRECT, "");
      }
      if (!(target instanceof Address.Usable(var uri))) {
        return new NoAnswer(Trouble.BAD_REDIRECT, why(target));
      }
      if (isDowngrade(current.uri(), uri)) {
        return new NoAnswer(Trouble.BAD_REDIRECT, "from https to http");
      }
      var same = Authority.of(current.uri()).equals(Authority.of(uri));
      by = same ? by : elsewhere.apply(uri);
      current = same ? current.to(uri) : current.anonymouslyTo(uri);
    }
  }

  private static boolean isRedirect(Answer answer) {
    return STATUSES.contains(answer.status()) && answer.header("Location").isPresent();
  }

  private static Address target(Answer answer) {
    var target = Address.of(answer.header("Location").orElse(""), answer.uri());
    return target instanceof Address.Usable(var uri) && !SCHEMES.contains(uri.getScheme())
        ? new Address.Unusable("neither to https nor to http")
        : target;
  }

  private static String why(Address target) {
    return target instanceof Address.Unusable(var why) ? why : "";
  }

  private static boolean isDowngrade(URI from, URI to) {
    return from.getScheme().equals("https") && to.getScheme().equals("http");
  }
}
