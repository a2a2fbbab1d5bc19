package dev.digester.setters;

import dev.digester.document.Document;
import dev.digester.document.Scalar;
import dev.digester.document.index.NodeIndex;
import dev.digester.krm.Resource;
import dev.digester.krm.Resources;
import dev.digester.krm.Result;
import dev.digester.pipeline.Plan;
import dev.digester.pipeline.Stage;
import java.util.List;

/**
 * Writes setter comments after the fields whose values hold those of the setters.
 *
 * <p>Block style only: within a flow collection there is no room for a comment, but for a flow list
 * of a key, which becomes a block list.
 */
public final class CreateSetters implements Stage {
  private final Setters setters;

  /** A stage for one run. */
  public CreateSetters(Setters setters) {
    this.setters = setters;
  }

  @Override
  public Plan plan(Resources list) {
    if (!setters.problems().isEmpty()) {
      return new Plan(List.of(), setters.problems());
    }
    if (setters.byName().isEmpty()) {
      return failed("config map cannot be empty");
    }
    FieldValues values = FieldValues.of(setters);
    if (!values.problems().isEmpty()) {
      return new Plan(List.of(), values.problems());
    }
    Creation creation = new Creation(list.document(), values);
    list.items().forEach(item -> visit(item, creation));
    Plan plan = creation.plan();
    return plan.results().isEmpty() ? failed("no matches for the input list of setters") : plan;
  }

  private static Plan failed(String reason) {
    return Plan.of(Result.error("failed to create setters: " + reason));
  }

  private static void visit(Resource item, Creation creation) {
    Document document = item.node().document();
    NodeIndex index = document.index();
    int end = index.next(item.node().id());
    for (int slot = item.node().id() + 1; slot < end; slot++) {
      if (index.isKey(slot) || index.isInFlow(slot)) {
        continue;
      }
      if (index.kind(slot).isScalar()) {
        creation.scalar(item, new Scalar(document, slot));
      } else if (index.kind(slot).isSequence() && index.isKey(slot - 1)) {
        creation.list(item, slot);
      }
    }
  }
}
