package dev.digester.krm;

import dev.digester.document.edit.Spelling;

/** An element of {@code results} as an object of JSON (RFC 8259) in one line. */
final class FlowLayout implements ResultText.Layout {
  private final StringBuilder text;

  /** What stands before the next name. */
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
  public void text(ResultPart part, String value) {
    member(part.key(), value);
  }

  @Override
  public void number(ResultPart part, int value) {
    name(part.key());
    text.append(value);
  }

  @Override
  public void open(ResultPart part) {
    name(part.key());
    begin();
  }

  @Override
  public void tag(Result.Tag tag) {
    member(tag.name(), tag.value());
  }

  private void member(String name, String value) {
    name(name);
    text.append(Spelling.doubleQuoted(value));
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
