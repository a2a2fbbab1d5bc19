package dev.digester.process;

/** What is said where the program itself is wrong: nothing that its user could mend. */
public final class Defect {
  private Defect() {}

  /** The one line. */
  public static String line(Throwable cause) {
    return switch (cause) {
      case OutOfMemoryError _ ->
          "error: the memory is used up: the input is too large for it; nothing was written";
      default ->
          "error: this is a defect of digester, and nothing was written: please report it with the input and the version,"
              + " as CONTRIBUTING.md says"
              + place(cause);
    };
  }

  /** Where in the program, as far as a report can use it: a file and a line of its sources. */
  private static String place(Throwable cause) {
    StackTraceElement[] stack = cause.getStackTrace();
    return stack.length == 0
        ? ""
        : " (" + stack[0].getFileName() + ":" + stack[0].getLineNumber() + ")";
  }
}
