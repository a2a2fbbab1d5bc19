package dev.digester.engine;

import dev.digester.config.Environment;
import dev.digester.config.Report;
import dev.digester.function.FunctionStages;
import dev.digester.pipeline.Pipeline;
import dev.digester.process.Surroundings;
import dev.digester.setters.ApplySetters;
import dev.digester.setters.CreateSetters;
import dev.digester.setters.ListSetters;
import java.io.PrintStream;

/** Makes the function of a name. */
public final class Functions {
  private Functions() {}

  /**
   * A function for one run.
   *
   * @param terminal standard error, for progress where a person watches it
   */
  public static FunctionStages of(
      FunctionName name, Environment.Flags flags, Surroundings surroundings, PrintStream terminal) {
    return new OfReadableConfiguration(
        new OfConfiguredKind(invoked(name, flags, surroundings, terminal)));
  }

  private static FunctionStages invoked(
      FunctionName name, Environment.Flags flags, Surroundings surroundings, PrintStream terminal) {
    return switch (name) {
      case DIGESTER ->
          digester(Environment.of(surroundings.environment(), flags), surroundings, terminal);
      case APPLY_SETTERS ->
          new SetterFunction(name, setters -> new ApplySetters(setters, Report.ALL));
      case CREATE_SETTERS -> new SetterFunction(name, CreateSetters::new);
      case LIST_SETTERS -> list -> Pipeline.of(new ListSetters()).run(list);
      case SET_IMAGE -> new SetImageFunction();
    };
  }

  private static FunctionStages digester(
      Environment environment, Surroundings surroundings, PrintStream terminal) {
    return new DigesterFunction(
        environment, new RegistryLookUps(environment, surroundings, terminal));
  }
}
