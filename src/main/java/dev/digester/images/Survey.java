package dev.digester.images;

import dev.digester.pipeline.Plan;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one text asks for, before anything is asked: its image fields and their pulls. Surveys of
 * many texts are asked together, then each becomes a plan.
 */
public final class Survey {
  private final PinImages pins;
  private final List<PinImages.Finding> findings;
  private final Set<Pull> pulls;

  Survey(PinImages pins, List<PinImages.Finding> findings, Set<Pull> pulls) {
    this.pins = pins;
    this.findings = List.copyOf(findings);
    this.pulls = pulls;
  }

  /** The distinct pulls of several texts, in the order in which they are first met. */
  public static Set<Pull> pulls(Collection<Survey> surveys) {
    Set<Pull> all = new LinkedHashSet<>();
    surveys.forEach(survey -> all.addAll(survey.pulls));
    return all;
  }

  /**
   * The plan of the text.
   *
   * @param lookedUp holds a resolution for each of the pulls
   */
  public Plan plan(LookedUp lookedUp) {
    return pins.plan(findings, lookedUp);
  }
}
