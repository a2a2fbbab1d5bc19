package dev.digester.function;

import dev.digester.config.Configuration;
import dev.digester.images.LookedUp;
import dev.digester.images.Pull;
import dev.digester.krm.ResourceList;
import java.util.Collection;

/** Asks registries for all images of a run, as configured. */
@FunctionalInterface
public interface LookUps {
  /**
   * One resolution for each pull.
   *
   * @param list whose workloads pull; it may hold their pull secrets
   */
  LookedUp resolve(Collection<Pull> pulls, ResourceList list, Configuration configuration);
}
