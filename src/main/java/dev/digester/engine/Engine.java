package dev.digester.engine;

import dev.digester.config.Configuration;
import dev.digester.config.Configured;
import dev.digester.config.Environment;
import dev.digester.config.Report;
import dev.digester.images.FoundImage;
import dev.digester.images.LookedUp;
import dev.digester.images.PinImages;
import dev.digester.images.Pull;
import dev.digester.images.RewriteImages;
import dev.digester.images.Survey;
import dev.digester.images.Surveyor;
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
  private final Reach reach;

  /**
   * An engine for one run.
   *
   * @param configured how it is to run
   * @param environment what the variables and flags of the process say
   * @param lookUps asks registries
   */
  public Engine(Configured configured, Environment environment, LookUps lookUps) {
    this(configured, environment, lookUps, Reach.OF_FUNCTION);
  }

  /** An engine that reaches further than the function does. */
  public Engine(Configured configured, Environment environment, LookUps lookUps, Reach reach) {
    this.reach = reach;
    this.configured = configured.alsoSkipping(environment.skip());
    this.configuration = this.configured.configuration();
    this.environment = environment;
    this.lookUps = lookUps;
  }

  /** Runs all stages on one text. */
  public Outcome run(Resources resources) {
    return run(List.of(resources)).getFirst().outcome();
  }

  /**
   * Runs all stages on several texts, in their order. A text that fails keeps no other one from
   * being planned; whether anything is written then is for the caller to decide.
   */
  public List<Planned> run(List<? extends Resources> all) {
    List<Outcome> outcomes = new ArrayList<>(all.size());
    for (Resources each : all) {
      outcomes.add(prepare(each));
    }
    return configuration.resolve() ? pinned(all, outcomes) : unpinned(outcomes);
  }

  /** The images of a text, of which nothing is asked. */
  public List<FoundImage> list(Resources resources) {
    return surveyor().survey(resources).found(LookedUp.NOTHING);
  }

  /** What goes before pins: the stages that need no lookup. */
  public Outcome prepare(Resources resources) {
    return new Pipeline(preparing()).run(resources);
  }

  private List<Stage> preparing() {
    List<Stage> stages = new ArrayList<>();
    if (!environment.warnings().isEmpty()) {
      stages.add(
          _ -> new Plan(List.of(), environment.warnings().stream().map(Result::warning).toList()));
    }
    if (setsFields()) {
      stages.add(list ->
          new ApplySetters(Setters.of(configured, list), configuration.results()).plan(list));
    }
    if (!configuration.images().isEmpty()) {
      stages.add(
          reach.images().everyField()
              ? RewriteImages.ofMany(configured)
              : RewriteImages.of(configured));
    }
    return stages;
  }

  private List<Planned> unpinned(List<Outcome> outcomes) {
    List<Planned> planned = new ArrayList<>(outcomes.size());
    for (Outcome outcome : outcomes) {
      planned.add(new Planned(reported(outcome), Survey.NOTHING, LookedUp.NOTHING));
    }
    return planned;
  }

  /** Surveys all texts, asks once, and plans the pins of each. */
  private List<Planned> pinned(List<? extends Resources> inputs, List<Outcome> outcomes) {
    outcomes.replaceAll(Outcome::applied);
    Surveyor surveyor = surveyor();
    List<Survey> surveys = new ArrayList<>(outcomes.size());
    for (Outcome outcome : outcomes) {
      surveys.add(outcome.failed() ? Survey.NOTHING : surveyor.survey(outcome.list()));
    }
    LookedUp lookedUp = ask(Survey.pulls(surveys), outcomes);
    List<Planned> planned = new ArrayList<>(outcomes.size());
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome before = outcomes.get(i);
      LookedUp answers = i == 0 ? lookedUp : lookedUp.withoutWarnings();
      Outcome after =
          before.failed() ? before : before.then(inputs.get(i), surveys.get(i).plan(answers));
      planned.add(new Planned(reported(after), surveys.get(i), lookedUp));
    }
    return planned;
  }

  private Surveyor surveyor() {
    PinImages pins = new PinImages(configured, reach.images());
    return reach.more().isEmpty() ? pins : new JoinedSurveys(pins, reach.more(), configuration);
  }

  private Outcome reported(Outcome outcome) {
    return configuration.results() == Report.ERRORS ? outcome.reporting(Result::isError) : outcome;
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
