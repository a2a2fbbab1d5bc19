package dev.digester.cli;

/**
 * GitHub's workflow commands, which put a message beside a line of a file.
 *
 * @see <a
 *     href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">Workflow
 *     commands</a>
 */
final class GitHubCommand {
  private GitHubCommand() {}

  /** {@code ::error file=…,line=…::…}. */
  static String error(String file, int line, String message) {
    return "::error file=%s,line=%d::%s".formatted(property(file), line, data(message));
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
