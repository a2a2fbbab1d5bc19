package dev.digester.demo;

import java.io.OutputStream;
import java.io.PrintStream;

/** The KRM function as its caller sees it: a list on standard input, streams and an exit code. */
@FunctionalInterface
public interface PinFunction {
  /**
   * Runs the function.
   *
   * @param resourceList the bytes of a ResourceList with its functionConfig
   * @param out standard output: gets a whole ResourceList, or not one byte
   * @param err standard error
   * @return the exit code: 0 if all is well
   */
  int run(byte[] resourceList, OutputStream out, PrintStream err);
}
