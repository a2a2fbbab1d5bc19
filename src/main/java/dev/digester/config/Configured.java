package dev.digester.config;

import dev.digester.krm.FunctionConfig;
import java.util.Optional;

/**
 * A configuration with the place where it was written, so that results can point at it. It travels
 * beside the resources, which do not know where their configuration comes from.
 *
 * @param written the resource that holds it; empty where all values are defaults
 */
public record Configured(Configuration configuration, Optional<FunctionConfig> written) {
  /**
   * Reads what an orchestrator passed.
   *
   * @throws ConfigurationException if it is of another kind, or wrong
   */
  public static Configured of(Optional<FunctionConfig> functionConfig) {
    return new Configured(
        ConfigurationReader.read(functionConfig.map(config -> config.resource().node())),
        functionConfig);
  }

  /** The same with further images to leave as they are. */
  public Configured alsoSkipping(SkipRules more) {
    return new Configured(configuration.alsoSkipping(more), written);
  }
}
