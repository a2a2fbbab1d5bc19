package dev.digester.engine;

import dev.digester.config.Configured;
import dev.digester.config.Environment;
import dev.digester.function.FunctionStages;
import dev.digester.krm.ResourceList;
import dev.digester.pipeline.Outcome;

/** The function {@code digester}: applies setters, then pins images, as configured. */
public final class DigesterFunction implements FunctionStages {
  private final Environment environment;
  private final LookUps lookUps;

  /**
   * The function for one run.
   *
   * @param environment what the variables and flags of the process say
   * @param lookUps asks registries
   */
  public DigesterFunction(Environment environment, LookUps lookUps) {
    this.environment = environment;
    this.lookUps = lookUps;
  }

  @Override
  public Outcome run(ResourceList list) {
    return new OfReadableConfiguration(this::configured).run(list);
  }

  private Outcome configured(ResourceList list) {
    return new Engine(Configured.of(list.functionConfig()), environment, lookUps).run(list);
  }
}
