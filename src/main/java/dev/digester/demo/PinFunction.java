package dev.digester.demo;

/** The KRM function as its caller sees it: a list on standard input, streams and an exit code. */
@FunctionalInterface
public interface PinFunction {
  /**
   * Runs the function.
   *
   * @param resourceList the bytes of a ResourceList with its functionConfig
   */
  Outcome run(byte[] resourceList);

  /**
   * What the function left behind.
   *
   * @param output standard output: a whole ResourceList, or empty
   * @param errors standard error
   * @param exitCode 0 if all is well
   */
  record Outcome(byte[] output, String errors, int exitCode) {}
}
