package dev.digester.credentials;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a repository's credential is the one that it is. Shows user names, and never a secret.
 *
 * @param host the registry, with one spelling for all names of Docker Hub
 * @param repository without the host
 * @param steps every place in the order of the search, also those that did not get their turn
 * @param conclusion which credential is used and why, or that there is none
 * @param problem what went wrong on the way
 */
public record Explanation(
    String host, String repository, List<Step> steps, String conclusion, Optional<String> problem) {

  /**
   * One place.
   *
   * @param place its name
   * @param finding what was found there
   * @param used whether the search ended here with a credential
   */
  public record Step(String place, String finding, boolean used) {}

  public Explanation {
    steps = List.copyOf(steps);
  }

  static Explanation of(Search search) {
    List<Step> steps = new ArrayList<>();
    for (Search.Step step : search.steps()) {
      boolean used = step.finding() instanceof Finding.Match;
      steps.add(new Step(step.source().place(), words(step.finding()), used));
    }
    for (Source source : search.rest()) {
      steps.add(new Step(source.place(), "not asked: the search ended before", false));
    }
    return new Explanation(
        search.target().host(),
        search.target().repository(),
        steps,
        conclusion(search.last()),
        search.problem());
  }

  /** The whole explanation, line by line, for people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("credentials for %s/%s".formatted(host, repository));
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      String mark = step.used() ? " <- used" : "";
      lines.add("%3d. %s: %s%s".formatted(i + 1, step.place(), step.finding(), mark));
    }
    lines.add(conclusion);
    problem.ifPresent(text -> lines.add("problem, an error only if the registry refuses: " + text));
    return lines;
  }

  private static String words(Finding finding) {
    return switch (finding) {
      case Finding.Match(Credential credential, String how, _) ->
          "%s, %s".formatted(how, words(credential));
      case Finding.Anonymous(String note, _) -> note;
      case Finding.Nothing(String note, _) -> note;
      case Finding.Prospect(String plan) -> plan;
      case Finding.Unset(String note) -> note;
    };
  }

  private static String words(Credential credential) {
    return switch (credential) {
      case Credential.Basic(String user, _) -> "user name %s and a password".formatted(user);
      case Credential.IdentityToken _ -> "an identity token";
      case Credential.RegistryToken _ -> "a registry token";
    };
  }

  private static String conclusion(Search.Step last) {
    return switch (last.finding()) {
      case Finding.Match(Credential credential, _, _) ->
          "used: %s of %s, the first place with a matching key"
              .formatted(words(credential), last.source().place());
      case Finding.Anonymous _ ->
          "none: %s names a helper for this registry, which gave none; the registry is asked anonymously"
              .formatted(last.source().place());
      case Finding.Prospect(String plan) ->
          "%s, once the registry refuses strangers: %s".formatted(last.source().place(), plan);
      case Finding.Nothing _, Finding.Unset _ ->
          "none: no place has a matching key; the registry is asked anonymously";
    };
  }
}
