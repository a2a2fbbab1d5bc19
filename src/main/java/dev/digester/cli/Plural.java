package dev.digester.cli;

/** Numbers with what they count. */
final class Plural {
  private Plural() {}

  /** {@code 1 image}, {@code 2 images}. */
  static String of(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
