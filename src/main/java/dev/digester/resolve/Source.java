package dev.digester.resolve;

/** Who answered a lookup. */
public enum Source {
  REGISTRY("registry"),
  MIRROR("mirror"),
  CACHE("cache"),
  LOCK("lock"),
  FILE("file");

  private final String tag;

  Source(String tag) {
    this.tag = tag;
  }

  /**
   * The word for results: {@code registry}, {@code mirror}, {@code cache}, {@code lock} or {@code
   * file}.
   */
  public String tag() {
    return tag;
  }
}
