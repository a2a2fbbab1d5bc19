package dev.digester.document.scan;

/**
 * Takes what a scan finds, in document order. Offsets are those of bytes; what a node's span holds
 * is said where the index is.
 *
 * <p>What was taken is void if the scan ends with {@link Unsure}. An implementation may refuse any
 * call with an exception of its own.
 */
public interface Nodes {
  /** A document of the stream begins: the anchors of the one before are forgotten. */
  void document();

  /** The anchor of the next node, with its {@code &}. */
  void anchor(int start, int end);

  /** The tag of the next node. */
  void tag(int start, int end);

  /** A plain scalar; empty where the text has no content for a node. */
  void plain(int start, int end);

  void singleQuoted(int start, int end);

  void doubleQuoted(int start, int end);

  /**
   * A literal scalar whose header is known to be right.
   *
   * @return where it ends: after the line break of its last line
   */
  int literal(int start);

  /** As {@link #literal}, of a folded scalar. */
  int folded(int start);

  /** An alias, with its {@code *}. */
  void alias(int start, int end);

  /** A block mapping begins; its children follow, key and value in turn, until it ends. */
  void mapping(int start);

  void sequence(int start);

  void flowMapping(int start);

  void flowSequence(int start);

  /** The innermost collection ends where its last child does. */
  void end();

  /** The innermost collection ends after its bracket. */
  void end(int end);
}
