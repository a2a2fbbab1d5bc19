package dev.digester.document.scan;

/** The value that the innermost level, or the document, waits for, if it waits for one. */
final class Awaited {
  private final Nodes nodes;
  private final Properties properties;
  private boolean awaiting;

  /** Where the value is if it stays empty: after the indicator that calls for it. */
  private int emptyAt;

  Awaited(byte[] utf8, Nodes nodes) {
    this.nodes = nodes;
    this.properties = new Properties(utf8);
  }

  /** Something is awaited after an indicator. */
  void begin(int indicatorEnd) {
    awaiting = true;
    emptyAt = indicatorEnd;
  }

  boolean isAwaited() {
    return awaiting;
  }

  /** The properties of the value that were found so far. */
  Properties properties() {
    return properties;
  }

  /** The value comes next. */
  void arrive() {
    properties.giveTo(nodes);
    awaiting = false;
  }

  /** No value comes any more: if one was awaited, it is empty. */
  void fillEmpty() {
    if (awaiting) {
      int at = properties.any() ? properties.end() : emptyAt;
      arrive();
      nodes.plain(at, at);
    }
  }
}
