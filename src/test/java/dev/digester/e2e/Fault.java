package dev.digester.e2e;

import java.util.Map;

/** A way in which a registry can misbehave. */
sealed interface Fault {
  /** Answers by itself, with this status, these headers and a body as the OCI spec has them. */
  record Status(int code, Map<String, String> headers) implements Fault {
    Status(int code) {
      this(code, Map.of());
    }
  }

  /** Sends the client to the same path on another host. */
  record Redirect(String origin) implements Fault {}

  /** Ends the connection without an answer, in order (FIN) or not (RST). */
  record Hangup(boolean reset) implements Fault {}

  /** Never answers. */
  record Stall() implements Fault {}

  /** Announces the whole body, sends so many bytes of it, and ends the connection. */
  record Truncate(int bytes) implements Fault {}

  /** Flips one bit of the body. */
  record Corrupt() implements Fault {}

  /** Leaves out a header of the registry's answer. */
  record Drop(String header) implements Fault {}

  /** Sets a header of the registry's answer. */
  record Set(String header, String value) implements Fault {}

  /**
   * When a fault happens.
   *
   * @param method the method that it befalls
   * @param part what the path contains
   * @param after matching requests that pass first
   * @param times matching requests that it befalls then
   * @param fault what happens
   */
  record Rule(String method, String part, int after, int times, Fault fault) {
    boolean matches(HttpMessage request) {
      return request.method().equals(method) && request.path().contains(part);
    }
  }
}
