package dev.digester.kustomization;

import dev.digester.document.FieldPath;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Sequence;
import dev.digester.krm.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Kustomization or a Component: a view of its root mapping.
 *
 * @param root the document's root
 */
public record Kustomization(Mapping root) {
  /** The file names that kustomize accepts. */
  public static final Set<String> FILE_NAMES =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private static final String GROUP = "kustomize.config.k8s.io";
  private static final Set<String> KINDS = Set.of("Kustomization", "Component");
  static final Key IMAGES = Key.of("images");
  private static final Key API_VERSION = Key.of("apiVersion");
  private static final Key KIND = Key.of("kind");

  /**
   * Recognizes a Kustomization: by its kind, or, where {@code apiVersion} and {@code kind} are
   * absent, by the name of its file, as kustomize does.
   *
   * @param fileName without directories
   */
  public static Optional<Kustomization> of(Mapping root, String fileName) {
    Resource resource = new Resource(root);
    boolean byKind =
        resource.group().equals(GROUP) && resource.kind().filter(KINDS::contains).isPresent();
    boolean unnamed = root.get(API_VERSION).isEmpty() && root.get(KIND).isEmpty();
    return byKind || (unnamed && FILE_NAMES.contains(fileName))
        ? Optional.of(new Kustomization(root))
        : Optional.empty();
  }

  /** The entries of {@code images} in document order, each once; other elements are left out. */
  public List<KustomizationImage> images() {
    Optional<Sequence> images = root.sequence(IMAGES);
    if (images.isEmpty()) {
      return List.of();
    }
    List<KustomizationImage> entries = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    FieldPath path = FieldPath.of("images");
    int position = 0;
    for (Node element : images.get().elements()) {
      if (element instanceof Mapping entry && seen.add(entry.id())) {
        entries.add(new KustomizationImage(entry, path.element(position)));
      }
      position++;
    }
    return entries;
  }
}
