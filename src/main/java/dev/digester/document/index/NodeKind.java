package dev.digester.document.index;

/**
 * What a slot of the {@link NodeIndex} holds: a kind of node together with the style that it is
 * written in.
 */
public enum NodeKind {
  BLOCK_MAPPING,
  FLOW_MAPPING,
  BLOCK_SEQUENCE,
  FLOW_SEQUENCE,
  PLAIN,
  SINGLE_QUOTED,
  DOUBLE_QUOTED,
  LITERAL,
  FOLDED,
  ALIAS;

  /** Whether this is one of the five scalar styles (YAML 1.2.2, clause 7.3 and 8.1). */
  public boolean isScalar() {
    return code() >= PLAIN.code() && code() <= FOLDED.code();
  }

  public boolean isMapping() {
    return this == BLOCK_MAPPING || this == FLOW_MAPPING;
  }

  public boolean isSequence() {
    return this == BLOCK_SEQUENCE || this == FLOW_SEQUENCE;
  }

  public boolean isFlow() {
    return this == FLOW_MAPPING || this == FLOW_SEQUENCE;
  }

  public boolean isBlockScalar() {
    return this == LITERAL || this == FOLDED;
  }

  /** Whether its lines and columns say where it is. */
  public boolean isBlockCollection() {
    return this == BLOCK_MAPPING || this == BLOCK_SEQUENCE;
  }

  /** The kind's number in the index, which lives no longer than the program. */
  @SuppressWarnings("EnumOrdinal")
  int code() {
    return ordinal();
  }
}
