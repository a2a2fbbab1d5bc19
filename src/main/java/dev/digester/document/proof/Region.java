package dev.digester.document.proof;

/**
 * Whole lines of a text, which read the same wherever the same collections are open before them and
 * wait for a value, or for none.
 *
 * @param start where the first line begins
 * @param end after the line break of the last one
 * @param first the first node that begins in it
 * @param head lines that open these collections, in their columns; those that the lines cannot see
 *     may be missing
 */
record Region(int start, int end, int first, String head) {
  /** How many bytes they take in an excerpt. */
  int bytes() {
    return head.length() + end - start;
  }
}
