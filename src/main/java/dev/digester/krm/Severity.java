package dev.digester.krm;

import java.util.Locale;

/**
 * How bad a {@link Result} is; the order of the constants is the order in which results are
 * reported.
 */
public enum Severity {
  ERROR,
  WARNING,
  INFO;

  /** As it stands in a ResourceList: {@code error}, {@code warning} or {@code info}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
