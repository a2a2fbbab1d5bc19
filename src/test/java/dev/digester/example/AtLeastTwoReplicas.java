package dev.digester.example;

import dev.digester.document.FieldPath;
import dev.digester.document.Key;
import dev.digester.krm.Change;
import dev.digester.krm.Resource;
import dev.digester.krm.Resources;
import dev.digester.krm.Severity;
import dev.digester.pipeline.Plan;
import dev.digester.pipeline.Stage;
import java.util.ArrayList;
import java.util.List;

/** A KRM function: every Deployment runs on two pods at least. */
public final class AtLeastTwoReplicas implements Stage {
  private static final Key SPEC = Key.of("spec");
  private static final Key REPLICAS = Key.of("replicas");
  private static final FieldPath PATH = FieldPath.of("spec", "replicas");

  @Override
  public Plan plan(Resources list) {
    List<Change> changes = new ArrayList<>();
    for (Resource resource : list.items()) {
      if (resource.isKind(Key.of("Deployment"))) {
        resource
            .node()
            .mapping(SPEC)
            .flatMap(spec -> spec.scalar(REPLICAS))
            .filter(replicas -> replicas.value().equals("1"))
            .ifPresent(replicas -> changes.add(new Change(resource, PATH, replicas, "2")));
      }
    }
    return new Plan(
        changes,
        changes.stream().map(change -> change.report(Severity.INFO, "now 2 replicas")).toList());
  }
}
