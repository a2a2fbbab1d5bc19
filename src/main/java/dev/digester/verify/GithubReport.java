package dev.digester.verify;

import java.util.stream.Collectors;

/** Workflow commands, which GitHub shows beside the lines that they name. */
final class GithubReport {
  private GithubReport() {}

  static String write(Report report) {
    return report.shown().stream()
        .map(finding -> command(finding, report.fails(finding)))
        .collect(Collectors.joining());
  }

  private static String command(Finding finding, boolean fails) {
    String word = fails ? "error" : finding.kind().isSilent() ? "notice" : "warning";
    return "::%s file=%s,line=%d,title=%s::%s\n"
        .formatted(
            word,
            property(finding.place().file()),
            finding.place().line(),
            property(finding.kind().word()),
            data(finding.line()));
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
