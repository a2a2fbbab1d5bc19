package dev.digester.registry;

import dev.digester.credentials.Answer.Found;
import dev.digester.credentials.Answer.None;
import dev.digester.credentials.Credential;
import dev.digester.registry.Authorization.Rung;
import dev.digester.registry.Outcome.Answer;
import java.time.Instant;
import java.util.Optional;

/**
 * How one repository is let in to: nothing is shown at first, then a token that anyone gets, then a
 * credential of the user. What is found serves all lookups in the repository, which wait for each
 * other here.
 */
final class RepositoryAccess {
  private static final String NO_CHALLENGE = "it does not say how to log in";
  private static final String PLAIN = "credentials are not sent by plain http; it needs https";

  private final Registry registry;
  private final String repository;
  private Optional<Authorization> current = Optional.empty();

  /** What the current proof answers. */
  private Optional<Challenge> answered = Optional.empty();

  /** Whether that was taken from other repositories. */
  private boolean guessed;

  /** Whose credential was shown last. */
  private Optional<String> offered = Optional.empty();

  /** Why one was not shown. */
  private String obstacle = NO_CHALLENGE;

  RepositoryAccess(Registry registry, String repository) {
    this.registry = registry;
    this.repository = repository;
  }

  /** What to do after a refusal. */
  sealed interface Step {

    /** Ask again and show this. */
    record Again(Authorization authorization) implements Step {}

    /** There is nothing more to show: the refusal is the answer. */
    record Stand() implements Step {}

    /** There is nothing more to show, and that is what failed. */
    record GiveUp(RegistryFailure failure) implements Step {}
  }

  /**
   * What to show without being asked: what was learnt from earlier refusals of the registry, so
   * that they are not repeated for each repository.
   */
  synchronized Optional<Authorization> beforehand(Patience patience) {
    var known = current.filter(proof -> !proof.isExpired(now(patience)));
    if (known.isPresent()) {
      return known;
    }
    answered = registry.challenges().of(repository);
    guessed = !registry.challenges().isKnown(repository);
    current =
        answered
            .map(challenge -> firstStep(challenge, patience))
            .flatMap(step ->
                step instanceof Step.Again again
                    ? Optional.of(again.authorization())
                    : Optional.empty());
    return current;
  }

  private Step firstStep(Challenge challenge, Patience patience) {
    var credential = challenge instanceof Challenge.Basic || registry.credentialsNeeded();
    if (credential && keychain() instanceof Found found) {
      return show(found, challenge, patience);
    }
    return challenge instanceof Challenge.Bearer bearer
        ? anonymous(bearer, patience)
        : new Step.Stand();
  }

  private Step unanswerable(String why) {
    return new Step.GiveUp(
        new RegistryFailure.Unusable(
            registry.host(), "the address of its token service cannot be asked: " + why));
  }

  /**
   * Climbs one rung.
   *
   * @param shown what was refused
   * @param refusal an answer with 401, or with 403 or 404, which some registries give to strangers
   */
  synchronized Step afterRefusal(Optional<Authorization> shown, Answer refusal, Patience patience) {
    if (current.isPresent() && !current.equals(shown)) {
      return new Step.Again(current.get());
    }
    var challenge = challenge(shown, refusal, patience);
    // What answered a guess that was wrong was not refused: it was not what was asked for.
    var wrong = guessed && refusal.status() == 401 && !challenge.equals(answered);
    var step =
        challenge
            .map(known -> climb(known, shown.filter(_ -> !wrong), patience))
            .orElseGet(() -> new Step.GiveUp(unauthorised(NO_CHALLENGE)));
    if (step instanceof Step.Again again) {
      current = Optional.of(again.authorization());
      answered = challenge;
      guessed = !registry.challenges().isKnown(repository);
      return again;
    }
    if (refusal.status() == 401) {
      return step;
    }
    // An image that is not there is not there, whatever is wrong with the credentials.
    if (step instanceof Step.GiveUp(var failure)) {
      obstacle =
          failure instanceof RegistryFailure.Unauthorised refused
              ? refused.proof()
              : failure.message();
    }
    return new Step.Stand();
  }

  /**
   * How the registry wants to be shown who asks. A refusal that does not say so leads to {@code
   * /v2/}; one that may be the plain truth (403, 404) only where there is something to show.
   */
  private Optional<Challenge> challenge(
      Optional<Authorization> shown, Answer refusal, Patience patience) {
    var origin = registry.endpoint().isOrigin(refusal);
    if (refusal.status() == 401 && origin) {
      ChallengeParser.choose(refusal.headers().allValues("WWW-Authenticate"), refusal.uri())
          .ifPresent(found -> registry.challenges().learn(repository, found));
    }
    if (refusal.status() != 401
        && shown.isEmpty()
        && !(registry.mayShowCredentials() && keychain() instanceof Found)) {
      return Optional.empty();
    }
    return origin ? registry.challenge(repository, patience) : registry.challenges().of(repository);
  }

  private Step climb(Challenge challenge, Optional<Authorization> shown, Patience patience) {
    var anonymous = shown.filter(proof -> proof.rung() == Rung.ANONYMOUS).isPresent();
    var stale = shown.filter(proof -> proof.isExpired(now(patience))).isPresent();
    if (challenge instanceof Challenge.Unanswerable(var why)) {
      return unanswerable(why);
    }
    if (challenge instanceof Challenge.Bearer bearer && (shown.isEmpty() || (anonymous && stale))) {
      var step = anonymous(bearer, patience);
      if (!(step instanceof Step.Stand)) {
        return step;
      }
    } else if (shown.isPresent() && !anonymous && !stale) {
      return new Step.GiveUp(unauthorised(proof()));
    }
    return switch (keychain()) {
      case Found found -> show(found, challenge, patience);
      case None none -> new Step.GiveUp(unauthorised(Proofs.none(none)));
    };
  }

  /** A token that anyone gets; {@link Step.Stand} where no one gets one. */
  private Step anonymous(Challenge.Bearer bearer, Patience patience) {
    var problem = registry.realms().problem(bearer, Rung.ANONYMOUS);
    if (problem.isPresent()) {
      return new Step.GiveUp(problem.get());
    }
    var answer = registry.tokens(bearer).anonymous(bearer, patience);
    return switch (answer) {
      case TokenAnswer.Granted granted ->
          new Step.Again(
              Authorization.bearer(Rung.ANONYMOUS, granted.token(), "", granted.expires()));
      case TokenAnswer.Rejected _ -> new Step.Stand();
      case TokenAnswer.Failed failed -> new Step.GiveUp(failed.failure());
    };
  }

  private Step show(Found found, Challenge challenge, Patience patience) {
    if (!registry.mayShowCredentials()) {
      return new Step.GiveUp(unauthorised(PLAIN));
    }
    return switch (challenge) {
      case Challenge.Bearer bearer -> token(found, bearer, patience);
      case Challenge.Basic _ -> basic(found);
      case Challenge.Unanswerable(var why) -> unanswerable(why);
    };
  }

  private Step basic(Found found) {
    return switch (found.credential()) {
      case Credential.Basic basic -> offer(Authorization.basic(basic, found.source()));
      case Credential.RegistryToken given ->
          offer(Authorization.bearer(Rung.CREDENTIAL, given.token(), found.source(), Instant.MAX));
      case Credential.IdentityToken _ ->
          new Step.GiveUp(
              unauthorised(
                  "it wants a user name and a password, and " + found.source() + " has a token"));
    };
  }

  private Step offer(Authorization proof) {
    offered = Optional.of(proof.source());
    return new Step.Again(proof);
  }

  private Step token(Found found, Challenge.Bearer bearer, Patience patience) {
    var problem = registry.realms().problem(bearer, Rung.CREDENTIAL);
    if (problem.isPresent()) {
      return new Step.GiveUp(problem.get());
    }
    return switch (registry.tokens(bearer).with(found.credential(), bearer, patience)) {
      case TokenAnswer.Granted(var token, var expires) ->
          offer(Authorization.bearer(Rung.CREDENTIAL, token, found.source(), expires));
      case TokenAnswer.Rejected _ -> {
        offered = Optional.of(found.source());
        yield new Step.GiveUp(unauthorised(Proofs.of(found.source())));
      }
      case TokenAnswer.Failed failed -> new Step.GiveUp(failed.failure());
    };
  }

  /** What was shown, or where something to show was looked for. */
  synchronized String proof() {
    return offered
        .map(Proofs::of)
        .orElseGet(() ->
            switch (keychain()) {
              case Found found ->
                  Proofs.unsent(found.source(), registry.mayShowCredentials() ? obstacle : PLAIN);
              case None none -> Proofs.none(none);
            });
  }

  private dev.digester.credentials.Answer keychain() {
    return registry.services().keychain().resolve(registry.host(), repository);
  }

  private RegistryFailure unauthorised(String proof) {
    return new RegistryFailure.Unauthorised(registry.host(), repository, proof);
  }

  private static Instant now(Patience patience) {
    return patience.deadline().clock().instant();
  }
}
