package dev.digester.krm;

import dev.digester.document.Key;
import java.util.List;
import java.util.Optional;

/**
 * Finds where resources came from, by the annotations of the orchestrator: the current ones ({@code
 * internal.config.kubernetes.io/path} and {@code index}), else the legacy ones.
 *
 * <p>In {@code kpt fn render} a path is relative to the subpackage that holds the file, so that two
 * items can both come from {@code Kptfile}; then the subpackage's folder, relative to the outermost
 * package of the list, goes in front.
 */
final class Origins {
  private static final Key PATH = Key.of("internal.config.kubernetes.io/path");
  private static final Key INDEX = Key.of("internal.config.kubernetes.io/index");
  private static final Key LEGACY_PATH = Key.of("config.kubernetes.io/path");
  private static final Key LEGACY_INDEX = Key.of("config.kubernetes.io/index");
  private static final Key PACKAGE_PATH = Key.of("internal.config.kubernetes.io/package-path");

  private final List<Resource> items;
  private final String outermostPackage;

  Origins(List<Resource> items) {
    this.items = items;
    String shortest = "";
    for (Resource item : items) {
      String path = item.annotation(PACKAGE_PATH).orElse("");
      if (shortest.isEmpty() || (!path.isEmpty() && path.length() < shortest.length())) {
        shortest = path;
      }
    }
    outermostPackage = shortest;
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
    return resource
        .annotation(PATH)
        .or(() -> resource.annotation(LEGACY_PATH))
        .filter(path -> !path.isEmpty())
        .map(path -> new Origin(subpackage(resource) + path, index(resource)));
  }

  private String subpackage(Resource resource) {
    String folder = resource.annotation(PACKAGE_PATH).orElse("");
    boolean below = !outermostPackage.isEmpty() && folder.startsWith(outermostPackage + "/");
    return below ? folder.substring(outermostPackage.length() + 1) + "/" : "";
  }

  private static int index(Resource resource) {
    String index =
        resource.annotation(INDEX).or(() -> resource.annotation(LEGACY_INDEX)).orElse("0");
    try {
      return Math.max(Integer.parseInt(index), 0);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
