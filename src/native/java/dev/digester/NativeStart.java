package dev.digester;

import org.graalvm.nativeimage.VMRuntime;

/**
 * The native executable's entry. An executable that leaves its words only ({@code
 * -H:-ParseRuntimeOptions}) has to make itself ready: handlers for signals, without which the first
 * process of a container does not end, and a broken pipe that is an error and no signal.
 */
final class NativeStart {
  private NativeStart() {}

  public static void main(String[] args) {
    VMRuntime.initialize();
    Digester.main(args);
  }
}
