package dev.digester.verify;

/** The XML of Surefire: a suite, and a test case for each image field. */
final class JunitReport {
  private JunitReport() {}

  static String write(Report report) {
    long failures = report.findings().stream().filter(report::fails).count();
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append(
        "<testsuite name=\"digester verify\" time=\"0\" tests=\"%d\" errors=\"0\" skipped=\"0\" failures=\"%d\">\n"
            .formatted(report.findings().size(), failures));
    report.findings().forEach(finding -> xml.append(testCase(finding, report.fails(finding))));
    return xml.append("</testsuite>\n").toString();
  }

  private static String testCase(Finding finding, boolean fails) {
    Finding.Place place = finding.place();
    String resource = place.resource().map(ref -> ref + " ").orElse("");
    String start =
        "  <testcase classname=\"%s\" name=\"%s\" time=\"0\""
            .formatted(
                MarkupText.escaped(place.file()),
                MarkupText.escaped(resource + place.field() + " " + finding.image()));
    String where = "%s:%d: %s".formatted(place.file(), place.line(), finding.line());
    if (fails) {
      return "%s>\n    <failure message=\"%s\" type=\"%s\">%s</failure>\n  </testcase>\n"
          .formatted(
              start,
              MarkupText.escaped(finding.line()),
              finding.kind().word(),
              MarkupText.escaped(where));
    }
    return finding.kind().isSilent()
        ? start + "/>\n"
        : "%s>\n    <system-out>%s</system-out>\n  </testcase>\n"
            .formatted(start, MarkupText.escaped("%s: %s".formatted(finding.kind().word(), where)));
  }
}
