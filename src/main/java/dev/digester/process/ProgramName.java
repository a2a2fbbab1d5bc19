package dev.digester.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.Optional;

/** The name under which the program was called: a link to it can have the name of a function. */
public final class ProgramName {
  /** Set by the launcher of the JVM build, which has it as {@code $0}. */
  private static final String PROPERTY = "digester.program";

  /**
   * NUL-separated words of the command line; the first is what the caller typed, where the kernel's
   * link is resolved.
   */
  private static final String COMMAND_LINE = "/proc/self/cmdline";

  private ProgramName() {}

  /** The base name, empty where it cannot be known. */
  public static String current() {
    String word =
        Optional.ofNullable(System.getProperty(PROPERTY)).orElseGet(ProgramName::firstWord);
    return word.substring(word.lastIndexOf('/') + 1);
  }

  private static String firstWord() {
    // A stream, as standard input is one: what else reads files is not yet there.
    try (FileInputStream in = new FileInputStream(COMMAND_LINE)) {
      String words = new String(in.readAllBytes(), UTF_8);
      return words.substring(0, Math.max(words.indexOf('\0'), 0));
    } catch (IOException e) {
      return "";
    }
  }
}
