package dev.digester.images;

import dev.digester.config.Configuration;
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
 * together; then each field is reported on its own: an image that cannot be resolved does not keep the others from
 * being named.
 */
public final class PinImages implements Surveyor {
  private final Configuration configuration;
  private final Judge judge;
  private final PinReport report;
  private final Scope scope;

  /** Pins of one run, of any number of texts. */
  public PinImages(Configuration configuration) {
    this(configuration, Scope.OF_FUNCTION);
  }

  /** Pins of one run, with more than what the function asks for. */
  public PinImages(Configuration configuration, Scope scope) {
    this.configuration = configuration;
    this.scope = scope;
    this.judge = new Judge(configuration, scope.refreshed());
    this.report = new PinReport(configuration);
  }

  /** A field with what is to happen to it. */
  record Finding(ImageField field, Verdict verdict) {}

  /** Finds the image fields of a text and what must be asked to pin them. */
  @Override
  public Survey survey(Resources list) {
    List<Finding> findings = new ArrayList<>();
    Set<Pull> pulls = new LinkedHashSet<>();
    ImageFields.pinned(configuration).forEach(list, field -> collect(field, findings, pulls));
    return new PinSurvey(this, findings, pulls);
  }

  /**
   * Fields of which nothing will be said or done are dropped here, so that a list that is pinned
   * already costs nothing.
   */
  private void collect(ImageField field, List<Finding> findings, Set<Pull> pulls) {
    Verdict verdict = judge.judge(field);
    switch (verdict) {
      case Verdict.LookUp(Pull pull) -> pulls.add(pull);
      case Verdict.Compare(Pull pull, _) -> pulls.add(pull);
      case Verdict.Refresh(Pull pull, _) -> pulls.add(pull);
      case Verdict.Keep _, Verdict.Invalid _ -> {}
    }
    if (scope.everyField() || isDuplicated(field) || report.mentions(verdict)) {
      findings.add(new Finding(field, verdict));
    }
  }

  /** Nobody is warned of what is not pinned. */
  private static boolean isDuplicated(ImageField field) {
    return field.duplicated() && !field.skipped();
  }

  Plan plan(List<Finding> findings, LookedUp lookedUp) {
    Proposals proposals = new Proposals();
    List<Result> results = new ArrayList<>();
    lookedUp.warnings().forEach(warning -> results.add(Result.warning(warning)));
    Set<Object> seen = new HashSet<>();
    for (Finding finding : findings) {
      if (seen.add(finding.field().identity())) {
        report(finding, lookedUp, proposals, results);
      }
    }
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
      case Verdict.Refresh(Pull pull, Digest digest) ->
          results.addAll(refresh(field, pull, digest, lookedUp.of(pull), proposals));
      case Verdict.LookUp(Pull pull) ->
          results.add(
              switch (lookedUp.of(pull)) {
                case Resolution.Failed failed -> report.failed(field, pull.reference(), failed);
                case Resolution.Resolved resolved ->
                    pin(field, report.pin(pull, resolved), proposals);
              });
    }
    if (isDuplicated(field)) {
      results.add(report.duplicated(field));
    }
  }

  /** Puts the digest that the tag names now in the place of another one. */
  private List<Result> refresh(
      ImageField field, Pull pull, Digest old, Resolution named, Proposals proposals) {
    return switch (named) {
      case Resolution.Failed failed -> List.of(report.failed(field, pull.reference(), failed));
      case Resolution.Resolved resolved ->
          resolved.digest().equals(old)
              ? report.kept(field, Judge.PINNED)
              : List.of(pin(field, report.refreshed(pull, old, resolved), proposals));
    };
  }

  private Result pin(ImageField field, Pin pin, Proposals proposals) {
    boolean proposed =
        field.content() instanceof Content.Text text && proposals.propose(field, text, pin.text());
    return proposed ? report.pinned(field, pin) : field.overlapping();
  }
}
