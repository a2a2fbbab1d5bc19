package dev.digester.engine;

import dev.digester.credentials.Credential;
import dev.digester.credentials.CredentialSources;
import dev.digester.credentials.PullSecret;
import dev.digester.images.Pull;
import dev.digester.pullsecrets.PullSecrets;
import dev.digester.reference.ImageReference;
import dev.digester.resolve.Question;
import dev.digester.resolve.ResolveSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes questions of pulls. Two workloads ask different questions about one image only if their
 * pull secrets have different credentials for a place where it is asked for.
 */
final class PullQuestions {
  private final CredentialSources sources;
  private final PullSecrets pullSecrets;
  private final ResolveSettings settings;
  private final Map<List<PullSecret>, CredentialSources> keychains = new HashMap<>();
  private final Map<Shared, CredentialSources> shared = new HashMap<>();

  /**
   * Questions of one run.
   *
   * @param sources what all workloads have
   * @param pullSecrets what each has besides
   * @param settings where images are asked for
   */
  PullQuestions(CredentialSources sources, PullSecrets pullSecrets, ResolveSettings settings) {
    this.sources = sources;
    this.pullSecrets = pullSecrets;
    this.settings = settings;
    keychains.put(List.of(), sources);
  }

  /** What is the same for workloads that share a lookup. */
  private record Shared(String image, List<Optional<Credential>> credentials) {}

  Question of(Pull pull) {
    CredentialSources own =
        keychains.computeIfAbsent(pullSecrets.of(pull.workload()), sources::withPullSecrets);
    Shared key = new Shared(pull.reference().canonical(), credentials(pull.reference(), own));
    return new Question(pull.reference(), shared.computeIfAbsent(key, _ -> own));
  }

  private List<Optional<Credential>> credentials(ImageReference reference, CredentialSources own) {
    return settings.queries(reference).stream()
        .map(query -> own.ofPullSecrets(query.host(), query.repository()))
        .toList();
  }
}
