package dev.digester.krm;

import dev.digester.document.Document;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document of kind {@code ResourceList}: the items and the configuration are parts of it. */
final class ListDocument implements ResourceList {
  /** All versions have had the same shape. */
  private static final Set<String> API_VERSIONS =
      Set.of(
          "config.kubernetes.io/v1",
          "config.kubernetes.io/v1beta1",
          "config.kubernetes.io/v1alpha1");

  private static final Key KIND = Key.of("kind");
  private static final Key RESOURCE_LIST = Key.of("ResourceList");
  private static final Key API_VERSION = Key.of("apiVersion");
  private static final Key ITEMS = Key.of("items");
  private static final Key FUNCTION_CONFIG = Key.of("functionConfig");

  private final Document document;
  private final Mapping root;
  private final List<Resource> items;
  private final Optional<FunctionConfig> functionConfig;

  /** Made when someone asks; a list that is pinned already is never asked. */
  private @Nullable Origins origins;

  private ListDocument(Document document, Mapping root) {
    this.document = document;
    this.root = root;
    this.items = items(root);
    this.functionConfig = functionConfig(root);
  }

  /**
   * Makes sure that a document is a list.
   *
   * @throws KrmException if the document is not one mapping of kind ResourceList whose items are
   *     mappings
   */
  static ListDocument of(Document document) {
    List<Node> roots = document.roots();
    if (roots.size() > 1) {
      throw new KrmException(
          roots.get(1).line(),
          "a second document begins here: expected one ResourceList and nothing else");
    }
    if (roots.isEmpty() || !(roots.getFirst() instanceof Mapping root)) {
      throw new KrmException(1, "expected a ResourceList, found no mapping");
    }
    requireResourceList(root);
    return new ListDocument(document, root);
  }

  @Override
  public Document document() {
    return document;
  }

  /** The mapping that is the list itself. */
  Mapping root() {
    return root;
  }

  @Override
  public List<Resource> items() {
    return items;
  }

  @Override
  public Optional<FunctionConfig> functionConfig() {
    return functionConfig;
  }

  @Override
  public Optional<Origin> origin(Resource resource) {
    if (origins == null) {
      origins = new Origins(items);
    }
    return origins.of(resource);
  }

  @Override
  public ListDocument reread(Document edited) {
    return of(edited);
  }

  private static void requireResourceList(Mapping root) {
    Optional<Scalar> kind = root.scalar(KIND);
    if (kind.isEmpty()) {
      throw new KrmException(root.line(), "expected a ResourceList, found a mapping without kind");
    }
    if (!kind.get().is(RESOURCE_LIST)) {
      throw new KrmException(
          kind.get().line(),
          "expected a ResourceList, found kind " + Printable.of(kind.get().value()));
    }
    String apiVersion = root.scalar(API_VERSION).map(Scalar::value).orElse("");
    if (!API_VERSIONS.contains(apiVersion)) {
      throw new KrmException(
          root.scalar(API_VERSION).map(Node::line).orElse(root.line()),
          "ResourceList has apiVersion \"%s\": expected config.kubernetes.io/v1, v1beta1 or v1alpha1"
              .formatted(Printable.of(apiVersion)));
    }
  }

  private static List<Resource> items(Mapping root) {
    Node items =
        root.get(ITEMS)
            .orElseThrow(() ->
                new KrmException(
                    root.line(), "the ResourceList has no items: expected a list, empty or not"));
    return switch (items) {
      case Sequence sequence -> resources(sequence);
      case Scalar scalar when scalar.isNull() -> List.of();
      case Scalar scalar -> throw noList(scalar);
      case Mapping mapping -> throw noList(mapping);
    };
  }

  private static KrmException noList(Node items) {
    return new KrmException(items.line(), "the items of the ResourceList are not list");
  }

  private static List<Resource> resources(Sequence sequence) {
    List<Resource> resources = new ArrayList<>();
    for (Node element : sequence.elements()) {
      if (!(element instanceof Mapping mapping)) {
        throw new KrmException(
            element.line(),
            "items[" + resources.size() + "] is not a mapping: expected a resource");
      }
      resources.add(new Resource(mapping));
    }
    return List.copyOf(resources);
  }

  private static Optional<FunctionConfig> functionConfig(Mapping root) {
    return switch (root.get(FUNCTION_CONFIG).orElse(null)) {
      case null -> Optional.empty();
      case Mapping mapping -> Optional.of(new FunctionConfig(new Resource(mapping)));
      case Scalar scalar when scalar.isNull() -> Optional.empty();
      case Scalar scalar ->
          throw new KrmException(scalar.line(), "functionConfig is not a mapping");
      case Sequence sequence ->
          throw new KrmException(sequence.line(), "functionConfig is not a mapping");
    };
  }
}
