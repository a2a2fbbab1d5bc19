package dev.digester.cli;

/** What is done where a signal ends the process. */
final class Interruptions {
  private Interruptions() {}

  /** Takes an action back; one that has begun is left to end. */
  static void forget(Thread action) {
    try {
      Runtime.getRuntime().removeShutdownHook(action);
    } catch (IllegalStateException e) {
      // The process is about to end, and the action with it.
    }
  }
}
