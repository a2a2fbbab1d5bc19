package dev.digester.verify;

/** How a report is written. */
public enum ReportFormat {
  /** Lines with columns, for people. */
  TABLE {
    @Override
    public String write(Report report) {
      return TableReport.write(report);
    }
  },
  /** An object with {@code images}, all of them. */
  JSON {
    @Override
    public String write(Report report) {
      return JsonReport.write(report);
    }
  },
  /** SARIF 2.1.0, for code scanning. */
  SARIF {
    @Override
    public String write(Report report) {
      return SarifReport.write(report);
    }
  },
  /** The XML that Surefire writes, a test case for each image field. */
  JUNIT {
    @Override
    public String write(Report report) {
      return JunitReport.write(report);
    }
  },
  /** One page without anything from outside. */
  HTML {
    @Override
    public String write(Report report) {
      return HtmlReport.write(report);
    }
  },
  /** Workflow commands of GitHub Actions. */
  GITHUB {
    @Override
    public String write(Report report) {
      return GithubReport.write(report);
    }
  };

  /** The whole report, with a line end at the end unless there is nothing to say. */
  public abstract String write(Report report);
}
