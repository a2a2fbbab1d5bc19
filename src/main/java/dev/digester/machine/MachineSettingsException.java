package dev.digester.machine;

/**
 * A file with registry settings cannot be used; the message names it, and the line if there is one.
 */
public final class MachineSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MachineSettingsException(String message) {
    super(message);
  }
}
