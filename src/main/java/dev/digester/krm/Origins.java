package dev.digester.krm;

import dev.digester.document.Key;
import dev.digester.document.KeyedValues;
import dev.digester.document.Mapping;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds where resources came from, by the annotations of the orchestrator: the current ones ({@code
 * internal.config.kubernetes.io/path} and {@code index}), else the legacy ones.
 *
 * <p>In {@code kpt fn render} a path is relative to the subpackage that holds the file, so that two
 * items can both come from {@code Kptfile}; then the subpackage's directory, relative to the
 * outermost package of the list, goes in front.
 */
final class Origins {
  private static final Key PATH = Key.of("internal.config.kubernetes.io/path");
  private static final Key INDEX = Key.of("internal.config.kubernetes.io/index");
  private static final Key LEGACY_PATH = Key.of("config.kubernetes.io/path");
  private static final Key LEGACY_INDEX = Key.of("config.kubernetes.io/index");
  private static final Key PACKAGE_PATH = Key.of("internal.config.kubernetes.io/package-path");

  private static final Key[] CURRENT = {PATH, INDEX, PACKAGE_PATH};

  private final List<Resource> items;

  /** Found when the first resource has a package. */
  private @Nullable String outermostPackage;

  Origins(List<Resource> items) {
    this.items = items;
  }

  Optional<Origin> of(Resource resource) {
    return annotated(resource).or(() -> enclosing(resource).flatMap(this::annotated));
  }

  /**
   * The item that holds a resource of a List: node numbers are in document order, a parent's before
   * its children's.
   */
  private Optional<Resource> enclosing(Resource resource) {
    int low = 0;
    int high = items.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (items.get(middle).node().id() <= resource.node().id()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0
        ? Optional.empty()
        : Optional.of(items.get(low - 1)).filter(item -> holds(item, resource));
  }

  private static boolean holds(Resource item, Resource inner) {
    return inner.node().id() < item.node().document().index().next(item.node().id());
  }

  private Optional<Origin> annotated(Resource resource) {
    return resource.annotations().flatMap(this::of);
  }

  private Optional<Origin> of(Mapping annotations) {
    KeyedValues own = annotations.under(CURRENT);
    Optional<String> path = own.text(PATH).or(() -> annotations.text(LEGACY_PATH));
    return path.isPresent() && !path.get().isEmpty()
        ? Optional.of(new Origin(subpackage(own) + path.get(), index(own, annotations)))
        : Optional.empty();
  }

  private String subpackage(KeyedValues annotations) {
    Optional<String> folder = annotations.text(PACKAGE_PATH);
    if (folder.isEmpty()) {
      return "";
    }
    String outermost = outermostPackage();
    boolean below = !outermost.isEmpty() && folder.get().startsWith(outermost + "/");
    return below ? folder.get().substring(outermost.length() + 1) + "/" : "";
  }

  private String outermostPackage() {
    String shortest = outermostPackage;
    if (shortest == null) {
      shortest =
          items.stream()
              .flatMap(item -> item.annotation(PACKAGE_PATH).stream())
              .filter(path -> !path.isEmpty())
              .min(Comparator.comparingInt(String::length))
              .orElse("");
      outermostPackage = shortest;
    }
    return shortest;
  }

  private static int index(KeyedValues own, Mapping annotations) {
    String index = own.text(INDEX).or(() -> annotations.text(LEGACY_INDEX)).orElse("0");
    try {
      return Math.max(Integer.parseInt(index), 0);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
