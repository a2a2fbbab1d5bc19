package dev.digester.setters;

import java.util.List;

/**
 * Writes a block list: an element a line, each after a dash.
 *
 * @param indent the spaces before each dash
 * @param lineEnd what ends a line
 */
record BlockList(String indent, String lineEnd) {
  /** The list from its first dash to the end of its last element, without a line end after it. */
  String text(List<List<String>> elements) {
    String inner = lineEnd + indent + "  ";
    return String.join(
        lineEnd + indent,
        elements.stream().map(lines -> "- " + String.join(inner, lines)).toList());
  }
}
