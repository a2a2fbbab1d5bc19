package dev.digester.krm;

import dev.digester.document.Spelling;

/** An element of {@code results} as an object of JSON (RFC 8259) in one line. */
final class FlowLayout implements ResultText.Layout {
  private final StringBuilder text;

  /** What stands in front of the next name. */
  private String before = "{";

  /**
   * @param text what is written to
   */
  FlowLayout(StringBuilder text) {
    this.text = text;
  }

  @Override
  public void begin() {
    before = "{";
  }

  @Override
  public void text(String name, String value) {
    name(name);
    text.append(Spelling.doubleQuoted(value));
  }

  @Override
  public void open(String name) {
    name(name);
    begin();
  }

  @Override
  public void member(String name, String value) {
    text(name, value);
  }

  @Override
  public void member(String name, int value) {
    name(name);
    text.append(value);
  }

  private void name(String name) {
    text.append(before).append(Spelling.doubleQuoted(name)).append(": ");
    before = ", ";
  }

  @Override
  public void close() {
    text.append('}');
    before = ", ";
  }

  @Override
  public void end() {
    close();
  }
}
