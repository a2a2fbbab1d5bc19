package dev.digester.pipeline;

import dev.digester.krm.Change;
import dev.digester.krm.Result;
import java.util.List;

/**
 * What a stage wants.
 *
 * @param changes scalars that should read differently, each at most once
 * @param results what is to be said, in document order
 */
public record Plan(List<Change> changes, List<Result> results) {
  public Plan {
    changes = List.copyOf(changes);
    results = List.copyOf(results);
  }

  /** A plan that changes nothing and says nothing. */
  public static Plan nothing() {
    return new Plan(List.of(), List.of());
  }

  /** A plan that only says something. */
  public static Plan of(Result... results) {
    return new Plan(List.of(), List.of(results));
  }

  /** Whether carrying out the plan must be refused. */
  public boolean failed() {
    return results.stream().anyMatch(Result::isError);
  }
}
