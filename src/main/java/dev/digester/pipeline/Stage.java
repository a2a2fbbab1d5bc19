package dev.digester.pipeline;

import dev.digester.krm.Resources;

/**
 * A KRM function, or a step of one: looks at the resources of a list and plans what should change.
 */
@FunctionalInterface
public interface Stage {
  /**
   * Plans without changing anything. What stands in the way (an unknown image, a bad value) is an
   * error result of the plan, never an exception.
   */
  Plan plan(Resources list);
}
