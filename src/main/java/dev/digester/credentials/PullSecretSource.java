package dev.digester.credentials;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pull secrets of a workload: of all their keys that match, the longest is used. */
final class PullSecretSource implements Source {

  private record Candidate(PullSecret secret, Map.Entry<RegistryKey, AuthEntry> entry) {}

  private final List<PullSecret> secrets;
  private @Nullable List<PullSecret.Content> contents;

  PullSecretSource(List<PullSecret> secrets) {
    this.secrets = List.copyOf(secrets);
  }

  @Override
  public String place() {
    return "pull secrets";
  }

  @Override
  public Finding find(Target target) {
    if (secrets.isEmpty()) {
      return new Finding.Unset("none");
    }
    List<Candidate> candidates = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    List<PullSecret.Content> read = contents();
    for (int i = 0; i < secrets.size(); i++) {
      PullSecret secret = secrets.get(i);
      read.get(i).problem().ifPresent(problems::add);
      read.get(i).keys().choose(target).ifPresent(e -> candidates.add(new Candidate(secret, e)));
    }
    Finding.Nothing others = nothing(problems, target);
    return candidates.stream()
        .min(Comparator.comparing(c -> c.entry().getKey(), RegistryKey.LONGEST_GLOB_FIRST))
        .map(chosen -> others.then(finding(chosen)))
        .orElse(others);
  }

  private static Finding finding(Candidate chosen) {
    return switch (AuthKeys.finding(chosen.entry(), chosen.secret().place())) {
      case Finding.Match(Credential credential, String how, Optional<String> problem) ->
          new Finding.Match(credential, how + " of " + chosen.secret().place(), problem);
      case Finding.Nothing nothing -> nothing;
      case Finding.Anonymous anonymous -> anonymous;
      case Finding.Prospect prospect -> prospect;
      case Finding.Unset unset -> unset;
    };
  }

  private Finding.Nothing nothing(List<String> problems, Target target) {
    String names = String.join(", ", secrets.stream().map(PullSecret::place).toList());
    Optional<String> problem =
        problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
    String note = problem.map(text -> "; " + text).orElse("");
    return new Finding.Nothing("%s: no key for %s%s".formatted(names, target, note), problem);
  }

  /** Read at the first need; the lock lets the others wait for it. */
  private synchronized List<PullSecret.Content> contents() {
    List<PullSecret.Content> known = contents;
    if (known == null) {
      known = secrets.stream().map(PullSecret::read).toList();
      contents = known;
    }
    return known;
  }
}
