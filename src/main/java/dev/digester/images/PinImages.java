package dev.digester.images;

import dev.digester.config.Configuration;
import dev.digester.krm.ResourceList;
import dev.digester.krm.Result;
import dev.digester.pipeline.Plan;
import dev.digester.pipeline.Stage;
import dev.digester.reference.Digest;
import dev.digester.resolve.Resolution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Pins: {@code nginx:1.27} becomes {@code nginx:1.27@sha256:…}. The spelling stays as written, the
 * tag stays, what has a digest already is kept.
 *
 * <p>Collects the distinct pulls of the whole list first and has them resolved together, then
 * reports each field on its own: an image that cannot be resolved does not keep the others from
 * being named.
 */
public final class PinImages implements Stage {
  private final Configuration configuration;
  private final Judge judge;
  private final PinReport report;
  private final Unheeded unheeded;
  private final Summary summary = new Summary();
  private final Function<Collection<Pull>, LookedUp> resolver;

  /**
   * A stage for one run.
   *
   * @param resolver looks up all of the pulls that it is given; it is asked once, and not at all
   *     where there is none
   */
  public PinImages(Configuration configuration, Function<Collection<Pull>, LookedUp> resolver) {
    this.configuration = configuration;
    this.judge = new Judge(configuration);
    this.report = new PinReport(configuration);
    this.unheeded = new Unheeded(configuration);
    this.resolver = resolver;
  }

  private record Finding(ImageField field, Verdict verdict) {
    /**
     * What tells it from all others: what one resource keeps, another may pin through an alias,
     * however much is reported.
     */
    List<Object> identity() {
      return List.of(field.identity(), verdict instanceof Verdict.Keep);
    }
  }

  @Override
  public Plan plan(ResourceList list) {
    List<Finding> findings = new ArrayList<>();
    Set<Pull> pulls = new LinkedHashSet<>();
    ImageFields.pinned(configuration).forEach(list, field -> collect(field, findings, pulls));
    Plan plan = plan(findings, pulls.isEmpty() ? LookedUp.NOTHING : resolver.apply(pulls));
    return plan.saying(SharedAnchors.told(list, plan.changes()))
        .saying(unheeded.told(list, fields(findings)));
  }

  private static List<ImageField> fields(List<Finding> findings) {
    List<ImageField> fields = new ArrayList<>(findings.size());
    findings.forEach(finding -> fields.add(finding.field()));
    return fields;
  }

  /**
   * Fields of which nothing will be said or done are dropped here, so that a list that is pinned
   * already costs nothing.
   */
  private void collect(ImageField field, List<Finding> findings, Set<Pull> pulls) {
    Verdict verdict = judge.judge(field);
    summary.count(field, verdict);
    switch (verdict) {
      case Verdict.LookUp(Pull pull) -> pulls.add(pull);
      case Verdict.Compare(Pull pull, _) -> pulls.add(pull);
      case Verdict.Keep _, Verdict.Invalid _ -> {}
    }
    if (isDuplicated(field) || report.mentions(verdict)) {
      findings.add(new Finding(field, verdict));
    }
  }

  /** Nobody is warned of what is not pinned. */
  private static boolean isDuplicated(ImageField field) {
    return field.duplicated() && !field.skipped();
  }

  private Plan plan(List<Finding> findings, LookedUp lookedUp) {
    Proposals proposals = new Proposals();
    List<Result> results = new ArrayList<>();
    lookedUp.warnings().forEach(warning -> results.add(Result.warning(warning)));
    Failures failures = report.failures();
    Set<Object> seen = new HashSet<>();
    for (Finding finding : findings) {
      if (seen.add(finding.identity())) {
        report(finding, lookedUp, proposals, results);
        failed(finding, lookedUp, failures);
      }
    }
    results.addAll(failures.results());
    results.addAll(report.summary(summary, lookedUp, results));
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

  private static void failed(Finding finding, LookedUp lookedUp, Failures failures) {
    if (finding.verdict() instanceof Verdict.LookUp(Pull pull)
        && lookedUp.of(pull) instanceof Resolution.Failed failed) {
      failures.add(finding.field(), pull.reference(), failed);
    }
  }

  private Result pin(ImageField field, Pin pin, Proposals proposals) {
    boolean proposed =
        field.content() instanceof Content.Text text && proposals.propose(field, text, pin.text());
    return proposed ? report.pinned(field, pin) : field.overlapping();
  }
}
