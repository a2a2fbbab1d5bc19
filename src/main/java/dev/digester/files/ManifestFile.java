package dev.digester.files;

import dev.digester.document.Document;
import dev.digester.document.Key;
import dev.digester.document.KeyedValues;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.document.index.NodeIndex;
import dev.digester.krm.Origin;
import dev.digester.krm.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A file as it was read. Immutable. */
public final class ManifestFile {
  private static final Key API_VERSION = Key.of("apiVersion");
  private static final Key KIND = Key.of("kind");
  private static final Key ITEMS = Key.of("items");
  private static final Key[] TYPE = {API_VERSION, KIND};
  private static final String RESOURCE_LIST = "ResourceList";
  private static final String LIST_GROUP = "config.kubernetes.io/";

  private final FoundFile file;
  private final byte[] bytes;
  private final Document document;
  private final List<Resource> items = new ArrayList<>(1);
  private final List<Node> others = new ArrayList<>(0);

  ManifestFile(FoundFile file, byte[] bytes, Document document) {
    this.file = file;
    this.bytes = bytes;
    this.document = document;
    document.roots().forEach(this::sort);
  }

  private void sort(Node root) {
    switch (root) {
      case Mapping mapping -> mapping(mapping);
      case Scalar scalar when scalar.isNull() -> {}
      case Node other -> others.add(other);
    }
  }

  private void mapping(Mapping root) {
    KeyedValues type = root.under(TYPE);
    String apiVersion = type.text(API_VERSION).orElse("");
    String kind = type.text(KIND).orElse("");
    if (kind.equals(RESOURCE_LIST) && apiVersion.startsWith(LIST_GROUP)) {
      root.sequence(ITEMS).map(Sequence::elements).orElse(List.of()).forEach(this::item);
    } else if (isKustomization() || (!apiVersion.isEmpty() && !kind.isEmpty())) {
      items.add(new Resource(root));
    } else {
      others.add(root);
    }
  }

  private void item(Node element) {
    if (element instanceof Mapping mapping) {
      items.add(new Resource(mapping));
    }
  }

  /** The path for people, {@code -} for standard input. */
  public String path() {
    return file.shown();
  }

  /** Where it was found. */
  public FoundFile file() {
    return file;
  }

  /** Whether kustomize would take the file for its own, by its name. */
  public boolean isKustomization() {
    return ManifestNames.isKustomization(file.shown());
  }

  public Document document() {
    return document;
  }

  /**
   * The documents that have {@code apiVersion} and {@code kind}, and all of a Kustomization;
   * instead of a ResourceList its items. In document order.
   */
  public List<Resource> items() {
    return List.copyOf(items);
  }

  /** The other documents that have contents, such as values for Helm. In document order. */
  public List<Node> others() {
    return List.copyOf(others);
  }

  /** This file, and the number of the document that the resource is in. */
  public Optional<Origin> origin(Resource resource) {
    NodeIndex index = document.index();
    int number = 0;
    for (int root = 0; index.next(root) <= resource.node().id(); root = index.next(root)) {
      number++;
    }
    return Optional.of(new Origin(file.shown(), number));
  }

  /**
   * The same file with another document.
   *
   * @param edited what became of {@link #document}
   */
  public ManifestFile reread(Document edited) {
    return new ManifestFile(file, bytes, edited);
  }

  /** The number of bytes that were read. */
  long length() {
    return bytes.length;
  }

  /** Whether some bytes are those that were read. */
  boolean wasReadAs(byte[] found) {
    return Arrays.equals(bytes, found);
  }
}
