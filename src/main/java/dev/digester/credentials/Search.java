package dev.digester.credentials;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * How a target fared in the sources, in their order, up to the one that settled the matter.
 *
 * @param steps at least one
 * @param rest the sources that were not asked any more
 */
record Search(Target target, List<Step> steps, List<Source> rest) {

  record Step(Source source, Finding finding) {}

  /**
   * Goes through the sources.
   *
   * @param question what each is asked about the target
   */
  static Search through(
      List<Source> sources, Target target, BiFunction<Source, Target, Finding> question) {
    List<Step> steps = new ArrayList<>();
    for (Source source : sources) {
      Step step = new Step(source, question.apply(source, target));
      steps.add(step);
      if (step.finding().isFinal()) {
        break;
      }
    }
    return new Search(target, steps, sources.subList(steps.size(), sources.size()));
  }

  Step last() {
    return steps.getLast();
  }

  /** Everything that went wrong on the way. */
  Optional<String> problem() {
    List<String> problems =
        steps.stream().flatMap(step -> step.finding().trouble().stream()).toList();
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
  }

  Answer answer() {
    return switch (last().finding()) {
      case Finding.Match(Credential credential, String how, _) ->
          new Answer.Found(credential, last().source().place() + source(how));
      case Finding.Anonymous _, Finding.Nothing _, Finding.Prospect _, Finding.Unset _ ->
          new Answer.None(
              steps.stream().flatMap(step -> looked(step).stream()).toList(), problem());
    };
  }

  private String source(String how) {
    return " (%s%s)".formatted(how, problem().map(text -> "; before it: " + text).orElse(""));
  }

  /** A place with what it said; what went wrong in it is told once, with the problems. */
  private static Optional<String> looked(Step step) {
    String place = step.source().place();
    Optional<String> note =
        switch (step.finding()) {
          case Finding.Nothing(String words, _) -> Optional.of(words);
          case Finding.Anonymous(String words, _) -> Optional.of(words);
          case Finding.Match _, Finding.Prospect _, Finding.Unset _ -> Optional.empty();
        };
    boolean isTold = step.finding().trouble().isPresent();
    return note.map(words -> isTold ? place : "%s (%s)".formatted(place, words));
  }
}
