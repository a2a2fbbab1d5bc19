package dev.digester.demo;

/**
 * A manifest of the examples.
 *
 * @param path relative to the directory of the examples, with {@code /}
 * @param text all of it
 */
record ExampleFile(String path, String text) {
  /** Whether kpt reads files of this name. */
  static boolean isManifest(String path) {
    return path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith("Kptfile");
  }
}
