package dev.digester.workspace;

import dev.digester.document.text.Splice;
import dev.digester.engine.Planned;
import dev.digester.files.ManifestFile;
import dev.digester.images.FoundImage;
import dev.digester.krm.Result;
import dev.digester.krm.Severity;
import java.util.List;

/**
 * What a run came to for one file.
 *
 * @param file as it was read
 */
public record PlannedFile(ManifestFile file, Planned planned) {
  /** Whether the file is to get other contents. */
  public boolean isChanged() {
    return !planned.outcome().changesNothing();
  }

  /**
   * All of what the file should hold.
   *
   * @throws dev.digester.document.proof.EditException if it cannot be proved right
   */
  public Splice text() {
    return planned.outcome().textWithoutResults();
  }

  /** The images of the file. */
  public List<FoundImage> images() {
    return planned.found();
  }

  /** The lines for people about what is wrong: {@code PATH:LINE: message}. */
  public List<String> problems(Severity severity) {
    return planned.outcome().results().stream()
        .filter(result -> result.severity() == severity)
        .map(this::line)
        .toList();
  }

  private String line(Result result) {
    String message =
        result.severity() == Severity.WARNING ? "warning: " + result.message() : result.message();
    return result
        .node()
        .map(node -> "%s:%d: %s".formatted(file.path(), node.line(), message))
        .orElse(message);
  }
}
