package dev.digester.registry;

/** Sends a request and waits for what comes of it. */
@FunctionalInterface
interface Exchanger {

  /** One exchange, which ends at the deadline at the latest. */
  Outcome exchange(Request request, Deadline deadline);
}
