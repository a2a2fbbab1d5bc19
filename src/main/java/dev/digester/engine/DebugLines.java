package dev.digester.engine;

import dev.digester.images.Pull;
import dev.digester.resolve.Resolution;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code DEBUG} tells of lookups: who answered what, and who was passed over before. */
final class DebugLines {
  private DebugLines() {}

  /** A line each; workloads that share an answer share its lines. */
  static List<String> of(Map<Pull, Resolution> resolutions) {
    Set<String> lines = new LinkedHashSet<>();
    resolutions.forEach((pull, resolution) -> {
      String image = "debug: " + pull.reference().written();
      resolution.notes().forEach(note -> lines.add("%s: %s".formatted(image, note)));
      lines.add(image + " " + words(resolution));
    });
    return List.copyOf(lines);
  }

  private static String words(Resolution resolution) {
    return switch (resolution) {
      case Resolution.Resolved found ->
          "is %s, by %s"
              .formatted(found.digest(), found.mirror().map(m -> "mirror " + m).orElse("registry"));
      case Resolution.Failed(_, String message, _) -> "was not resolved: " + message;
    };
  }
}
