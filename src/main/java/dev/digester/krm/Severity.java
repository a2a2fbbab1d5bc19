package dev.digester.krm;

/**
 * How bad a {@link Result} is; the order of the constants is the order in which results are
 * reported.
 */
public enum Severity {
  ERROR("error"),
  WARNING("warning"),
  INFO("info");

  private final String text;

  Severity(String text) {
    this.text = text;
  }

  /** As it is in a ResourceList: {@code error}, {@code warning} or {@code info}. */
  @Override
  public String toString() {
    return text;
  }
}
