package dev.digester.krm;

/** An element of {@code results} as a block of YAML: a line for each part and each member. */
final class BlockLayout implements ResultText.Layout {
  private final StringBuilder text;
  private final String lineEnd;

  /** What stands in front of an element's first part, of its other parts, and of their members. */
  private final String element;

  private final String part;
  private final String member;

  /** What stands in front of the next part. */
  private String before;

  /**
   * @param text what is written to
   * @param indent the blanks in front of an element's dash
   * @param lineEnd how lines of the document end
   */
  BlockLayout(StringBuilder text, String indent, String lineEnd) {
    this.text = text;
    this.lineEnd = lineEnd;
    this.element = indent + "- ";
    this.part = indent + "  ";
    this.member = lineEnd + indent + "    ";
    this.before = element;
  }

  @Override
  public void begin() {
    before = element;
  }

  @Override
  public void text(String name, String value) {
    open(name);
    text.append(' ');
    YamlText.append(text, value);
    close();
  }

  @Override
  public void open(String name) {
    text.append(before).append(name).append(':');
    before = part;
  }

  @Override
  public void member(String name, String value) {
    name(name);
    YamlText.append(text, value);
  }

  @Override
  public void member(String name, int value) {
    name(name);
    text.append(value);
  }

  private void name(String name) {
    text.append(member);
    YamlText.append(text, name);
    text.append(": ");
  }

  @Override
  public void close() {
    text.append(lineEnd);
  }

  @Override
  public void end() {}
}
