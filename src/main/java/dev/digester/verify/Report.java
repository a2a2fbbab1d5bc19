package dev.digester.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is written about a run.
 *
 * @param findings in the order of the files
 * @param failOn which of them are failures
 * @param all whether those are shown that are as they should be
 * @param version of the program
 */
public record Report(List<Finding> findings, FailOn failOn, boolean all, String version) {
  public Report {
    findings = List.copyOf(findings);
  }

  /** Whether one of the findings is a failure. */
  public boolean fails() {
    return findings.stream().anyMatch(finding -> failOn.fails(finding.kind()));
  }

  boolean fails(Finding finding) {
    return failOn.fails(finding.kind());
  }

  /** The findings that people want to see. */
  List<Finding> shown() {
    List<Finding> shown = new ArrayList<>(findings);
    shown.removeIf(finding -> !all && finding.kind().isSilent() && !fails(finding));
    return shown;
  }

  Map<FindingClass, Integer> counts() {
    Map<FindingClass, Integer> counts = new EnumMap<>(FindingClass.class);
    findings.forEach(finding -> counts.merge(finding.kind(), 1, Integer::sum));
    return counts;
  }
}
