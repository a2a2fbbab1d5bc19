package dev.digester.krm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An element of {@code results} as a block of YAML: a line for each part and each member. Elements
 * in a row have most of their lines in common, so a line is made again only for another value.
 */
final class BlockLayout implements ResultText.Layout {
  private final LongInsertion text;
  private final String member;
  private final String lineEnd;

  /** By the numbers of the parts. */
  private final Line[] lines = new Line[ResultPart.values().length];

  /**
   * @param text what is written to
   * @param indent the blanks before an element's dash
   * @param lineEnd how lines of the document end
   */
  BlockLayout(LongInsertion text, String indent, String lineEnd) {
    this.text = text;
    this.member = indent + "    ";
    this.lineEnd = lineEnd;
    for (ResultPart part : ResultPart.values()) {
      String before = part == ResultPart.MESSAGE ? indent + "- " : indent + "  ";
      String key = (part.isMember() ? member : before) + part.key() + ":";
      lines[part.number()] = new Line(key, lineEnd);
    }
  }

  /** The line of a part, as it was written last. */
  private static final class Line {
    private final byte[] before;
    private final byte[] lineEnd;
    private @Nullable String value;
    private byte[] written;

    Line(String key, String lineEnd) {
      this.before = (key + " ").getBytes(UTF_8);
      this.lineEnd = lineEnd.getBytes(UTF_8);
      this.written = (key + lineEnd).getBytes(UTF_8);
    }

    boolean says(String other) {
      return other.equals(value);
    }

    void say(String next, byte[] asYaml) {
      int end = before.length + asYaml.length;
      value = next;
      written = Arrays.copyOf(before, end + lineEnd.length);
      System.arraycopy(asYaml, 0, written, before.length, asYaml.length);
      System.arraycopy(lineEnd, 0, written, end, lineEnd.length);
    }
  }

  @Override
  public void begin() {}

  @Override
  public void text(ResultPart part, String value) {
    Line line = lines[part.number()];
    if (!line.says(value)) {
      line.say(value, YamlText.of(value));
    }
    text.add(line.written);
  }

  @Override
  public void number(ResultPart part, int value) {
    Line line = lines[part.number()];
    String digits = Integer.toString(value);
    if (!line.says(digits)) {
      line.say(digits, digits.getBytes(UTF_8));
    }
    text.add(line.written);
  }

  @Override
  public void open(ResultPart part) {
    text.add(lines[part.number()].written);
  }

  @Override
  public void tag(Result.Tag tag) {
    text.add(member).add(YamlText.of(tag.name())).add(": ");
    text.add(YamlText.of(tag.value())).add(lineEnd);
  }

  @Override
  public void close() {}

  @Override
  public void end() {}
}
