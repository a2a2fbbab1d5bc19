package dev.digester.setters;

import dev.digester.document.FieldPath;
import java.util.List;

/** The annotations that orchestrators keep their books in: no one's to set. */
final class Orchestrator {
  private static final List<String> PREFIXES =
      List.of(
          "config.kubernetes.io/",
          "internal.config.kubernetes.io/",
          "config.k8s.io/",
          "internal.config.k8s.io/");

  private Orchestrator() {}

  /** Whether a field is such an annotation. */
  static boolean owns(FieldPath path) {
    List<FieldPath.Segment> segments = path.segments();
    int last = segments.size() - 1;
    return last > 0
        && segments.get(last - 1).equals(new FieldPath.Segment.Field("annotations"))
        && segments.get(last) instanceof FieldPath.Segment.Field(String name)
        && PREFIXES.stream().anyMatch(name::startsWith);
  }
}
