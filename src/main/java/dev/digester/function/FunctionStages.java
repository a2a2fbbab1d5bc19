package dev.digester.function;

import dev.digester.krm.ResourceList;
import dev.digester.pipeline.Outcome;

/** What a function does with a list, by the list's own configuration. */
@FunctionalInterface
public interface FunctionStages {
  /**
   * Runs the function on a list; the outcome holds what went wrong, with single resources or with
   * the configuration.
   */
  Outcome run(ResourceList list);
}
