package dev.digester.document.scan;

import dev.digester.document.text.Chars;

/** A scan of a stream of documents: finds where they begin and end (YAML 1.2.2, chapter 9). */
public final class Scan {
  private final Nodes nodes;
  private final Lines lines;
  private final BlockScan blocks;

  private Scan(byte[] utf8, int from, Nodes nodes) {
    this.nodes = nodes;
    this.lines = new Lines(utf8, from);
    this.blocks = new BlockScan(utf8, lines, nodes);
  }

  /**
   * Finds all nodes of a text.
   *
   * @param utf8 valid UTF-8 without characters that YAML does not allow or that readers disagree
   *     on: U+0085, U+2028, U+2029, U+FEFF
   * @param from where to begin: after the byte order mark
   * @throws Unsure where the text is for a full parser; what the nodes took is void then
   */
  public static void stream(byte[] utf8, int from, Nodes nodes) {
    new Scan(utf8, from, nodes).stream();
  }

  private void stream() {
    lines.toContent();
    if (lines.atEnd()) {
      return;
    }
    if (lines.atEndMarker()) {
      throw new Unsure("the end of a document that has not begun");
    }
    if (!lines.atStartMarker()) {
      document(BlockScan.NO_MARKER);
    }
    while (!lines.atEnd()) {
      if (!lines.atStartMarker()) {
        throw new Unsure("text after the end of a document");
      }
      lines.moveTo(Chars.behindMarker(lines.at()));
      int behindMarker = lines.at();
      lines.endLine();
      lines.toContent();
      document(behindMarker);
    }
  }

  private void document(int behindMarker) {
    nodes.document();
    blocks.begin(behindMarker);
    while (lines.inDocument()) {
      blocks.line();
    }
    blocks.end();
    if (!lines.atEnd() && lines.atEndMarker()) {
      lines.moveTo(Chars.behindMarker(lines.at()));
      lines.endLine();
      lines.toContent();
    }
  }
}
