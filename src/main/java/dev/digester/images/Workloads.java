package dev.digester.images;

import dev.digester.document.FieldPath;
import dev.digester.krm.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the workloads that run images. The fields of a resource are asked about one after another,
 * and share what is read once.
 */
final class Workloads {
  /** The workload of the fields below a path. */
  private record Below(FieldPath path, Workload workload) {}

  private @Nullable Resource resource;

  /** Of the resource; further inside comes later. */
  private final List<Below> workloads = new ArrayList<>();

  /**
   * The workload of the innermost pod spec around a field; the resource's namespace with its
   * default account where the field is in none.
   */
  Workload of(ImageField field) {
    if (!field.resource().equals(resource)) {
      read(field.resource());
    }
    Workload innermost = workloads.getFirst().workload();
    for (Below below : workloads) {
      if (field.place().path().isBelow(below.path())) {
        innermost = below.workload();
      }
    }
    return innermost;
  }

  private void read(Resource next) {
    resource = next;
    workloads.clear();
    workloads.add(new Below(FieldPath.root(), Workload.of(next, Optional.empty())));
    PodSpecs.forEach(
        next.node(),
        podSpec -> {
          Workload workload = Workload.of(next, Optional.of(podSpec.spec()));
          workloads.add(new Below(podSpec.path(), workload));
        });
  }
}
