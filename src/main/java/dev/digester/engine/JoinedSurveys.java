package dev.digester.engine;

import dev.digester.config.Configuration;
import dev.digester.document.Document;
import dev.digester.document.text.Edit;
import dev.digester.images.FoundImage;
import dev.digester.images.LookedUp;
import dev.digester.images.Pull;
import dev.digester.images.Survey;
import dev.digester.images.Surveyor;
import dev.digester.krm.Change;
import dev.digester.krm.Resources;
import dev.digester.krm.Result;
import dev.digester.pipeline.Plan;
import dev.digester.pipeline.Rewrite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Several surveyors as one: their pulls are asked together, and their plans are one plan. */
final class JoinedSurveys implements Surveyor {
  private final List<Surveyor> surveyors = new ArrayList<>();

  JoinedSurveys(
      Surveyor first, List<Function<Configuration, Surveyor>> more, Configuration configuration) {
    surveyors.add(first);
    more.forEach(each -> surveyors.add(each.apply(configuration)));
  }

  @Override
  public Survey survey(Resources resources) {
    return new Joined(surveyors.stream().map(each -> each.survey(resources)).toList());
  }

  private record Joined(List<Survey> surveys) implements Survey {
    @Override
    public Set<Pull> pulls() {
      Set<Pull> pulls = new LinkedHashSet<>();
      surveys.forEach(survey -> pulls.addAll(survey.pulls()));
      return pulls;
    }

    @Override
    public Plan plan(LookedUp lookedUp) {
      List<Change> changes = new ArrayList<>();
      List<Edit> edits = new ArrayList<>();
      List<Result> results = new ArrayList<>();
      Predicate<Document> wanted = _ -> true;
      LookedUp answers = lookedUp;
      for (Survey survey : surveys) {
        Plan plan = survey.plan(answers);
        changes.addAll(plan.changes());
        edits.addAll(plan.rewrite().edits());
        results.addAll(plan.results());
        wanted = wanted.and(plan.rewrite().wanted());
        answers = lookedUp.withoutWarnings();
      }
      return new Plan(changes, new Rewrite(edits, wanted), results);
    }

    @Override
    public List<FoundImage> found(LookedUp lookedUp) {
      return surveys.stream()
          .flatMap(survey -> survey.found(lookedUp).stream())
          .sorted(Comparator.comparingInt((FoundImage image) -> image.node().id()))
          .toList();
    }
  }
}
