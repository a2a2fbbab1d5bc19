package dev.digester.document.scan;

/**
 * The scan met something that it does not cover, or that is wrong: a full parser has to say which.
 * Thrown at most once a text and caught where the parser is asked, so it has no stack trace.
 */
public final class Unsure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what what was met, in a few words
   */
  Unsure(String what) {
    super(what, null, false, false);
  }
}
