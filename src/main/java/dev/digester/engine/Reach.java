package dev.digester.engine;

import dev.digester.config.Configuration;
import dev.digester.images.Scope;
import dev.digester.images.Surveyor;
import java.util.List;
import java.util.function.Function;

/**
 * Which images a run reaches.
 *
 * @param images those of resources
 * @param more those of other texts, such as Kustomizations
 */
public record Reach(Scope images, List<Function<Configuration, Surveyor>> more) {
  /** What the function reaches. */
  public static final Reach OF_FUNCTION = new Reach(Scope.OF_FUNCTION, List.of());

  public Reach {
    more = List.copyOf(more);
  }
}
