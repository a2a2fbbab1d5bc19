package dev.digester.images;

import dev.digester.config.Configuration;
import dev.digester.config.Configured;
import dev.digester.krm.Resources;
import dev.digester.krm.Result;
import dev.digester.pipeline.Plan;
import dev.digester.reference.Digest;
import dev.digester.resolve.Resolution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Pins: {@code nginx:1.27} becomes {@code nginx:1.27@sha256:…}. The spelling stays as written, the
 * tag stays, what has a digest already is kept.
 *
 * <p>A survey collects the distinct pulls of a text, so that those of all texts can be resolved
 * together; then each field is reported on its own: an image that cannot be resolved does not keep
 * the others from being named.
 */
public final class PinImages implements Surveyor {
  private final Configuration configuration;
  private final Judge judge;
  private final PinReport report;
  private final Unheeded unheeded;
  private final Scope scope;

  /** Pins of one run, of any number of texts. */
  public PinImages(Configured configured) {
    this(configured, Scope.OF_FUNCTION);
  }

  /** Pins of one run, with more than what the function asks for. */
  public PinImages(Configured configured, Scope scope) {
    this.configuration = configured.configuration();
    this.scope = scope;
    this.judge = new Judge(configuration, scope.refreshed());
    this.report = new PinReport(configuration);
    this.unheeded = new Unheeded(configured, !scope.everyField());
  }

  /** A field with what is to happen to it. */
  record Finding(ImageField field, Verdict verdict) {
    /**
     * What tells it from all others: what one resource keeps, another may pin through an alias,
     * however much is reported.
     */
    List<Object> identity() {
      return List.of(field.identity(), verdict instanceof Verdict.Keep);
    }
  }

  /** Finds the image fields of a text and what must be asked to pin them. */
  @Override
  public Survey survey(Resources list) {
    PinSurvey survey =
        new PinSurvey(this, list, new ArrayList<>(), new LinkedHashSet<>(), new Summary());
    ImageFields.pinned(configuration).forEach(list, field -> collect(field, survey));
    return survey;
  }

  /**
   * Fields of which nothing will be said or done are dropped here, so that a list that is pinned
   * already costs nothing.
   */
  private void collect(ImageField field, PinSurvey survey) {
    Verdict verdict = judge.judge(field);
    survey.summary().count(field, verdict);
    switch (verdict) {
      case Verdict.LookUp(Pull pull) -> survey.pulls().add(pull);
      case Verdict.Compare(Pull pull, _) -> survey.pulls().add(pull);
      case Verdict.Refresh(Pull pull, _) -> survey.pulls().add(pull);
      case Verdict.Keep _, Verdict.Invalid _ -> {}
    }
    if (scope.everyField() || isDuplicated(field) || report.mentions(verdict)) {
      survey.findings().add(new Finding(field, verdict));
    }
  }

  /** No one is warned of what is not pinned. */
  private static boolean isDuplicated(ImageField field) {
    return field.duplicated() && !field.skipped();
  }

  /** The plan of a text that was surveyed. */
  Plan plan(PinSurvey survey, LookedUp lookedUp) {
    Plan plan = pins(survey, lookedUp);
    return plan.saying(SharedAnchors.told(survey.list(), plan.changes()))
        .saying(unheeded.told(survey.list(), fields(survey.findings())));
  }

  private static List<ImageField> fields(List<Finding> findings) {
    List<ImageField> fields = new ArrayList<>(findings.size());
    findings.forEach(finding -> fields.add(finding.field()));
    return fields;
  }

  private Plan pins(PinSurvey survey, LookedUp lookedUp) {
    Proposals proposals = new Proposals();
    List<Result> results = new ArrayList<>();
    lookedUp.warnings().forEach(warning -> results.add(Result.warning(warning)));
    Failures failures = report.failures();
    Set<Object> seen = new HashSet<>();
    for (Finding finding : survey.findings()) {
      if (seen.add(finding.identity())) {
        report(finding, lookedUp, proposals, results);
        failed(finding, lookedUp, failures);
      }
    }
    results.addAll(failures.results());
    results.addAll(report.summary(survey.summary(), lookedUp, results));
    return new Plan(proposals.changes(), results);
  }

  private void report(
      Finding finding, LookedUp lookedUp, Proposals proposals, List<Result> results) {
    ImageField field = finding.field();
    switch (finding.verdict()) {
      case Verdict.Keep(String reason) -> results.addAll(report.kept(field, reason));
      case Verdict.Invalid(String reason) -> results.add(report.invalid(field, reason));
      case Verdict.Compare(Pull pull, Digest digest) ->
          results.addAll(report.compared(field, digest, lookedUp.of(pull)));
      case Verdict.Refresh(Pull pull, Digest digest) -> {
        if (lookedUp.of(pull) instanceof Resolution.Resolved resolved) {
          results.addAll(
              refresh(field, report.refreshed(pull, digest, resolved), digest, proposals));
        }
      }
      case Verdict.LookUp(Pull pull) -> {
        if (lookedUp.of(pull) instanceof Resolution.Resolved resolved) {
          results.add(pin(field, report.pin(pull, resolved), proposals));
        }
      }
    }
    if (isDuplicated(field)) {
      results.add(report.duplicated(field));
    }
  }

  /** Puts the digest that the tag names now in the place of another one. */
  private List<Result> refresh(ImageField field, Pin pin, Digest old, Proposals proposals) {
    return pin.text().endsWith(old.toString())
        ? report.kept(field, Judge.PINNED)
        : List.of(pin(field, pin, proposals));
  }

  private static void failed(Finding finding, LookedUp lookedUp, Failures failures) {
    Pull pull =
        switch (finding.verdict()) {
          case Verdict.LookUp(Pull asked) -> asked;
          case Verdict.Refresh(Pull asked, _) -> asked;
          case Verdict.Keep _, Verdict.Invalid _, Verdict.Compare _ -> null;
        };
    if (pull != null && lookedUp.of(pull) instanceof Resolution.Failed failed) {
      failures.add(finding.field(), pull.reference(), failed);
    }
  }

  private Result pin(ImageField field, Pin pin, Proposals proposals) {
    boolean proposed =
        field.content() instanceof Content.Text text && proposals.propose(field, text, pin.text());
    return proposed ? report.pinned(field, pin) : field.overlapping();
  }
}
