package dev.digester.engine;

import dev.digester.config.Configuration;
import dev.digester.config.Configured;
import dev.digester.config.Environment;
import dev.digester.config.Report;
import dev.digester.images.LookedUp;
import dev.digester.images.PinImages;
import dev.digester.images.Pull;
import dev.digester.images.RewriteImages;
import dev.digester.images.Survey;
import dev.digester.krm.Resources;
import dev.digester.krm.Result;
import dev.digester.pipeline.Outcome;
import dev.digester.pipeline.Pipeline;
import dev.digester.pipeline.Plan;
import dev.digester.pipeline.Stage;
import dev.digester.setters.ApplySetters;
import dev.digester.setters.Setters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Turns a configuration and resources into outcomes: setters, image rules, then pins. Any number of
 * documents go through it together, so each distinct image of all of them is asked for once.
 */
public final class Engine {
  private final Configured configured;
  private final Configuration configuration;
  private final Environment environment;
  private final LookUps lookUps;

  /**
   * An engine for one run.
   *
   * @param configured how it is to run
   * @param environment what the variables and flags of the process say
   * @param lookUps asks registries
   */
  public Engine(Configured configured, Environment environment, LookUps lookUps) {
    this.configured = configured.alsoSkipping(environment.skip());
    this.configuration = this.configured.configuration();
    this.environment = environment;
    this.lookUps = lookUps;
  }

  /** Runs all stages on one text. */
  public Outcome run(Resources resources) {
    return run(List.of(resources)).getFirst();
  }

  /**
   * Runs all stages on several texts, one outcome for each, in their order. A text that fails keeps
   * no other one from being planned; whether anything is written then is for the caller to decide.
   */
  public List<Outcome> run(List<? extends Resources> all) {
    List<Outcome> outcomes = new ArrayList<>(all.size());
    for (Resources each : all) {
      outcomes.add(prepare(each));
    }
    if (configuration.resolve()) {
      pin(all, outcomes);
    }
    if (configuration.results() == Report.ERRORS) {
      outcomes.replaceAll(outcome -> outcome.reporting(Result::isError));
    }
    return outcomes;
  }

  /** What goes before pins: the stages that need no lookup. */
  public Outcome prepare(Resources resources) {
    return new Pipeline(preparing()).run(resources);
  }

  private List<Stage> preparing() {
    List<Stage> stages = new ArrayList<>();
    if (!environment.warnings().isEmpty()) {
      stages.add(_ ->
          new Plan(List.of(), environment.warnings().stream().map(Result::warning).toList()));
    }
    if (setsFields()) {
      stages.add(list ->
          new ApplySetters(Setters.of(configured, list), configuration.results()).plan(list));
    }
    if (!configuration.images().isEmpty()) {
      stages.add(RewriteImages.of(configured));
    }
    return stages;
  }

  /** Surveys all texts, asks once, and plans the pins of each. */
  private void pin(List<? extends Resources> inputs, List<Outcome> outcomes) {
    outcomes.replaceAll(Outcome::applied);
    PinImages pins = new PinImages(configuration);
    List<Survey> surveys = new ArrayList<>(outcomes.size());
    for (Outcome outcome : outcomes) {
      surveys.add(outcome.failed() ? pins.nothing() : pins.survey(outcome.list()));
    }
    LookedUp lookedUp = ask(Survey.pulls(surveys), outcomes);
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome before = outcomes.get(i);
      if (!before.failed()) {
        LookedUp answers = i == 0 ? lookedUp : lookedUp.withoutWarnings();
        outcomes.set(i, before.then(inputs.get(i), surveys.get(i).plan(answers)));
      }
    }
  }

  private LookedUp ask(Set<Pull> pulls, List<Outcome> outcomes) {
    return pulls.isEmpty()
        ? LookedUp.NOTHING
        : lookUps.resolve(pulls, outcomes.stream().map(Outcome::list).toList(), configuration);
  }

  private boolean setsFields() {
    return !configuration.setters().isEmpty()
        || !configuration.setterSchema().isEmpty()
        || !configuration.settersFrom().isEmpty();
  }
}
