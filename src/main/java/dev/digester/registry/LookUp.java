package dev.digester.registry;

import dev.digester.reference.Digest;
import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.Outcome.Answer;
import dev.digester.registry.Outcome.NoAnswer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks one registry for one manifest (OCI distribution specification, "Pulling manifests"). A HEAD
 * is enough, and does not count against pull limits; a GET follows only where the HEAD tells no
 * digest or is refused, or where platforms are asked for.
 */
final class LookUp {
  private static final String DIGEST = "Docker-Content-Digest";

  /** What registries answer to strangers. */
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

  /** What a HEAD gets where only a GET will do: nothing of it is told before a GET got it too. */
  private static final Set<Integer> ONLY_HEAD = Set.of(400, 403, 404, 405, 406, 415, 500, 501, 502);

  /** How often a refusal is answered with something more to show: two tokens, each renewed once. */
  private static final int MOST_STEPS = 4;

  private final Registry registry;
  private final ManifestQuery query;
  private final Patience patience;
  private final RepositoryAccess access;

  LookUp(Registry registry, ManifestQuery query, Patience patience) {
    this.registry = registry;
    this.query = query;
    this.patience = patience;
    this.access = registry.access(query.repository());
  }

  ManifestAnswer run() {
    if (!query.platforms().isEmpty()) {
      return get();
    }
    var head = send("HEAD", query.path());
    if (!(head instanceof Answer answer)) {
      return failure(head);
    }
    if (answer.isOk()) {
      return headed(answer).orElseGet(this::get);
    }
    return ONLY_HEAD.contains(answer.status()) ? get() : failure(answer);
  }

  /**
   * The same at a host that has yet to show that it tells the truth: its first answer is a whole
   * manifest, whose digest is computed here and must be the one that the host tells.
   */
  ManifestAnswer runProving() {
    if (registry.isTruthful()) {
      return run();
    }
    var answer = get();
    if (answer instanceof Manifest) {
      registry.foundTruthful();
    }
    return answer;
  }

  /** What a HEAD tells, if it tells enough. */
  private Optional<ManifestAnswer> headed(Answer answer) {
    var contentType = answer.header("Content-Type").orElse("");
    if (ManifestType.isSchemaOne(contentType)) {
      return Optional.of(new RegistryFailure.SchemaOne(query.host()));
    }
    var type = ManifestType.of(contentType);
    var digest = answer.header(DIGEST).flatMap(Digest::parse);
    return type.isPresent() && digest.isPresent()
        ? Optional.of(new Manifest(digest.get(), type.get().mediaType(), List.of()))
        : Optional.empty();
  }

  private ManifestAnswer get() {
    var outcome = send("GET", query.path());
    return outcome instanceof Answer answer && answer.isOk() ? read(answer) : failure(outcome);
  }

  private ManifestAnswer read(Answer answer) {
    var contentType = answer.header("Content-Type").orElse("");
    var json = Json.of(answer.body());
    if (ManifestType.isSchemaOne(contentType)
        || json.flatMap(j -> j.number("schemaVersion")).equals(Optional.of("1"))) {
      return new RegistryFailure.SchemaOne(query.host());
    }
    var type = ManifestType.of(contentType).or(() -> json.flatMap(ManifestType::of));
    if (json.isEmpty() || type.isEmpty()) {
      return new RegistryFailure.Unusable(query.host(), "what it sent is not a manifest");
    }
    var said = answer.header(DIGEST).flatMap(Digest::parse).or(() -> Digest.parse(query.asked()));
    var computed = answer.body().digest(said.map(Digest::algorithm).orElse("sha256"));
    if (!said.orElse(computed).equals(computed)) {
      return new RegistryFailure.DigestMismatch(query.host(), said.orElse(computed), computed);
    }
    var manifest = new Manifest(computed, type.get().mediaType(), List.of());
    return query.platforms().isEmpty()
        ? manifest
        : new PlatformCheck(query, path -> send("GET", path)).judge(manifest, json.get());
  }

  /** Asks, and shows more and more of the user for as long as that is what is missing. */
  private Outcome send(String method, String path) {
    var shown = access.beforehand(patience);
    for (var steps = 0; ; steps++) {
      var proof = shown;
      var outcome = exchange(method, path, proof);
      if (!(outcome instanceof Answer answer) || !REFUSALS.contains(answer.status())) {
        proof.filter(_ -> isOk(outcome)).ifPresent(registry::letIn);
        return outcome;
      }
      if (steps == MOST_STEPS || isFinal(answer, proof)) {
        return outcome;
      }
      switch (access.afterRefusal(proof, answer, patience)) {
        case RepositoryAccess.Step.Again again -> shown = Optional.of(again.authorization());
        case RepositoryAccess.Step.Stand _ -> {
          return outcome;
        }
        case RepositoryAccess.Step.GiveUp giveUp -> {
          return new Outcome.Refused(giveUp.failure());
        }
      }
    }
  }

  private Outcome exchange(String method, String path, Optional<Authorization> proof) {
    var call = new Endpoint.Call(method, path, proof, query.askedFor());
    var retries = registry.services().retries();
    // What a GET follows is not waited out.
    return (method.equals("HEAD") ? retries.except(ONLY_HEAD) : retries)
        .run(() -> registry.endpoint().exchange(call, patience.deadline()), patience);
  }

  /** Whether showing more cannot help: strangers may be told that there is nothing. */
  private static boolean isFinal(Answer answer, Optional<Authorization> shown) {
    return answer.status() != 401
        && shown.filter(proof -> proof.rung() == Authorization.Rung.CREDENTIAL).isPresent();
  }

  private static boolean isOk(Outcome outcome) {
    return outcome instanceof Answer answer && answer.isOk();
  }

  private RegistryFailure failure(Outcome outcome) {
    return switch (outcome) {
      case NoAnswer none -> Failures.of(query.host(), none);
      case Outcome.Refused refused -> refused.failure();
      case Answer answer -> failure(answer);
    };
  }

  private RegistryFailure failure(Answer answer) {
    var cameBack = Failures.cameBack(answer);
    return switch (answer.status()) {
      case 404 ->
          Failures.code(answer).equals(Optional.of("NAME_UNKNOWN"))
              ? new RegistryFailure.UnknownRepository(query, cameBack)
              : new RegistryFailure.UnknownTag(query, cameBack);
      case 401 ->
          new RegistryFailure.Unauthorised(query.host(), query.repository(), access.proof());
      case 403 -> new RegistryFailure.Denied(query.host(), query.repository(), access.proof());
      default -> Failures.of(query.host(), answer, patience.deadline().clock().instant());
    };
  }
}
