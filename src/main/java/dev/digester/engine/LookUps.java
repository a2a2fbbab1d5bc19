package dev.digester.engine;

import dev.digester.config.Configuration;
import dev.digester.images.LookedUp;
import dev.digester.images.Pull;
import dev.digester.krm.Resources;
import java.util.Collection;
import java.util.List;

/** Asks registries for all images of a run, as configured. */
@FunctionalInterface
public interface LookUps {
  /**
   * One resolution for each pull.
   *
   * @param pulls at least one
   * @param lists whose workloads pull; they may hold their pull secrets
   */
  LookedUp resolve(Collection<Pull> pulls, List<Resources> lists, Configuration configuration);
}
