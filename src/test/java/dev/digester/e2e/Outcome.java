package dev.digester.e2e;

/**
 * What came of a process.
 *
 * @param exitCode 128 + N where signal N ended it
 * @param out its standard output, read as UTF-8
 * @param err its standard error, read as UTF-8
 */
record Outcome(int exitCode, String out, String err) {
  /** This outcome if the process succeeded; a test that goes on with a failure would mislead. */
  Outcome orFail() {
    if (exitCode != 0) {
      throw new AssertionError("exit code " + exitCode + "\n" + err + out);
    }
    return this;
  }
}
