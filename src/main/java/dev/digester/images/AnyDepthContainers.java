package dev.digester.images;

import dev.digester.document.Document;
import dev.digester.document.FieldPath;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.NodePath;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.document.index.NodeIndex;
import dev.digester.images.ImageField.Place;
import dev.digester.krm.Resource;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The images of {@code containers} and {@code initContainers} at any depth of a resource, as
 * kustomize's older transformer finds them: it knows no path, so that it reaches CronJobs,
 * PodTemplates and whatever else embeds a pod.
 */
final class AnyDepthContainers implements Places {
  private static final Key CONTAINERS = Key.of("containers");
  private static final Key INIT_CONTAINERS = Key.of("initContainers");
  private static final String IMAGE = "image";

  /** Where kustomize's newer transformer goes on by path, and so into a mapping as well. */
  private static final Set<String> POD_SPECS = Set.of("spec", "spec.template.spec");

  @Override
  public void forEach(Resource resource, Consumer<ImageField> visitor) {
    Document document = resource.node().document();
    NodeIndex index = document.index();
    int root = resource.node().id();
    for (int slot = root + 1; slot < index.next(root); slot++) {
      if (index.isKey(slot) && isList(document, slot)) {
        containers(resource, index.next(slot), visitor);
      }
    }
  }

  private static boolean isList(Document document, int key) {
    return document.reads(key, CONTAINERS) || document.reads(key, INIT_CONTAINERS);
  }

  private static void containers(Resource resource, int slot, Consumer<ImageField> visitor) {
    Document document = resource.node().document();
    Node list = document.node(slot);
    if (list instanceof Scalar) {
      return;
    }
    FieldPath path = NodePath.below(document, resource.node().id(), slot);
    if (list instanceof Sequence sequence) {
      int position = 0;
      for (Node element : sequence.elements()) {
        container(resource, element, path.element(position++), visitor);
      }
    } else if (POD_SPECS.contains(path.above().toString())) {
      container(resource, list, path, visitor);
    }
  }

  private static void container(
      Resource resource, Node node, FieldPath path, Consumer<ImageField> visitor) {
    if (node instanceof Mapping container) {
      FieldPath at = path.field(IMAGE);
      PodSpecFields.images(container)
          .forEach(image -> visitor.accept(ImageField.whole(resource, Place.of(at, image))));
    }
  }
}
