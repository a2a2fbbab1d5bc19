package dev.digester.document.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.document.Scalar;
import dev.digester.document.index.NodeKind;
import dev.digester.document.text.Edit;
import dev.digester.document.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * The edit that makes parts of a scalar's value read differently and leaves the spelling of all
 * else: escapes, folded lines, the indentation of blank lines.
 */
final class PartEdit {
  private final Scalar scalar;
  private final String value;
  private final byte[] utf8;
  private final WrittenChars written;

  private PartEdit(Scalar scalar, String value) {
    this.scalar = scalar;
    this.value = value;
    this.utf8 = scalar.document().source().utf8();
    this.written = WrittenChars.of(scalar);
  }

  /**
   * The edit, from the first part to the last.
   *
   * @param value of the scalar
   * @param parts ascending, at least one, none overlapping another
   * @return empty where it takes more than the parts: what a part ends with or becomes cannot stand
   *     there as it is
   */
  static Optional<Edit> of(Scalar scalar, String value, List<Substitution> parts) {
    // A plain scalar may have to become a quoted one, by all of its text.
    boolean fits =
        scalar.kind() != NodeKind.PLAIN
            && parts.stream().allMatch(part -> fits(part.text(), scalar.kind()));
    return fits ? new PartEdit(scalar, value).edit(parts) : Optional.empty();
  }

  /** White space at the edges may be dropped where it comes to be at the end of a line. */
  private static boolean fits(String text, NodeKind kind) {
    boolean edges =
        text.isEmpty()
            || WrittenChars.isWhite(text.charAt(0))
            || WrittenChars.isWhite(text.charAt(text.length() - 1));
    return !edges && (kind == NodeKind.DOUBLE_QUOTED || Spelling.fitsOneLine(text));
  }

  private Optional<Edit> edit(List<Substitution> parts) {
    if (written.count() != visible(value.length())) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    int from = -1;
    int at = -1;
    for (Substitution part : parts) {
      Optional<Span> span = span(part);
      if (span.isEmpty()) {
        return Optional.empty();
      }
      int start = span.get().start();
      if (from < 0) {
        from = start;
      } else {
        text.append(new String(utf8, at, start - at, UTF_8));
      }
      text.append(spelled(part.text()));
      at = span.get().end();
    }
    return Optional.of(new Edit(new Span(from, at), text.toString()));
  }

  private Optional<Span> span(Substitution part) {
    boolean inserts = part.start() == part.end();
    if (inserts) {
      boolean anchored = part.start() > 0 && isVisible(part.start() - 1);
      return anchored ? Optional.of(behind(part.start() - 1)) : Optional.empty();
    }
    return isVisible(part.start()) && isVisible(part.end() - 1)
        ? Optional.of(new Span(start(part.start()), behind(part.end() - 1).end()))
        : Optional.empty();
  }

  private boolean isVisible(int index) {
    return !WrittenChars.isWhite(value.charAt(index));
  }

  private int start(int index) {
    return written.start(visible(index));
  }

  private Span behind(int index) {
    int end = written.end(visible(index));
    return new Span(end, end);
  }

  /** How many chars before an index are not white space. */
  private int visible(int index) {
    return (int) value.chars().limit(index).filter(c -> !WrittenChars.isWhite((char) c)).count();
  }

  private String spelled(String text) {
    return switch (scalar.kind()) {
      case SINGLE_QUOTED -> Spelling.insideSingleQuotes(text);
      case DOUBLE_QUOTED -> Spelling.insideDoubleQuotes(text);
      case PLAIN, LITERAL, FOLDED -> text;
      case BLOCK_MAPPING, FLOW_MAPPING, BLOCK_SEQUENCE, FLOW_SEQUENCE, ALIAS ->
          throw new IllegalStateException("no scalar: " + scalar.kind());
    };
  }
}
