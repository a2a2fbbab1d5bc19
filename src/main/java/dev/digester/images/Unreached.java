package dev.digester.images;

import dev.digester.config.SkipRules;
import dev.digester.krm.Resource;
import dev.digester.krm.Resources;
import dev.digester.krm.Result;
import dev.digester.krm.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The images in containers that {@code spec.images} would reach, but pinning does not: it keeps to
 * the paths of pod specs and to what {@code fields} and {@code fieldSets} name, while containers of
 * custom resources may be anywhere.
 */
final class Unreached {
  private final Set<Object> seen = new HashSet<>();
  private final SkipRules skip;
  private final List<Result> results = new ArrayList<>();

  private Unreached(SkipRules skip) {
    this.skip = skip;
  }

  /**
   * What is said of them.
   *
   * @param pinned the fields that pinning reaches
   */
  static List<Result> told(Resources list, SkipRules skip, Collection<ImageField> pinned) {
    Unreached unreached = new Unreached(skip);
    pinned.forEach(field -> unreached.seen.add(field.identity()));
    for (Resource resource : ImageFields.resources(list)) {
      new AnyDepthContainers().forEach(resource, unreached::visit);
    }
    return unreached.results;
  }

  private void visit(ImageField field) {
    if (field.content() instanceof Content.Text text
        && isToBePinned(text.text())
        && !SkipAnnotation.skips(field)
        && seen.add(field.identity())) {
      results.add(
          field.about(
              Severity.INFO,
              "not pinned: no rule names %s; to pin it, add {path: '%s'} to spec.fields"
                  .formatted(field.place(), IdleFields.pattern(field.place().path()))));
    }
  }

  private boolean isToBePinned(String image) {
    return !image.isBlank() && image.indexOf('@') < 0 && !skip.matches(image);
  }
}
