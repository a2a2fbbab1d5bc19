package dev.digester.krm;

import dev.digester.document.Document;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Resources as a plain YAML stream, a document each, with a configuration that came another way:
 * what kustomize hands to its <a
 * href="https://kubectl.docs.kubernetes.io/guides/extending_kustomize/exec_plugins/">exec
 * plugins</a>. Documents without content are passed over. There is no place for results in it.
 */
public final class ResourceStream implements ResourceList {
  private final Document document;
  private final FunctionConfig functionConfig;
  private final List<Resource> items;
  private final Origins origins;

  private ResourceStream(Document document, FunctionConfig functionConfig) {
    this.document = document;
    this.functionConfig = functionConfig;
    this.items = items(document);
    this.origins = new Origins(items);
  }

  /**
   * Makes sure that a text is a stream of resources.
   *
   * @throws KrmException if one of its documents is not a mapping
   */
  public static ResourceStream of(Document document, FunctionConfig functionConfig) {
    return new ResourceStream(document, functionConfig);
  }

  private static List<Resource> items(Document document) {
    List<Resource> items = new ArrayList<>();
    for (Node root : document.roots()) {
      switch (root) {
        case Mapping mapping -> items.add(new Resource(mapping));
        case Scalar scalar when scalar.isNull() -> {}
        case Node other ->
            throw new KrmException(
                other.line(), "a document begins here that is not a mapping: expected a resource");
      }
    }
    return List.copyOf(items);
  }

  @Override
  public Document document() {
    return document;
  }

  @Override
  public List<Resource> items() {
    return items;
  }

  @Override
  public Optional<FunctionConfig> functionConfig() {
    return Optional.of(functionConfig);
  }

  @Override
  public Optional<Origin> origin(Resource resource) {
    return origins.of(resource);
  }

  @Override
  public ResourceStream reread(Document edited) {
    return new ResourceStream(edited, functionConfig);
  }
}
