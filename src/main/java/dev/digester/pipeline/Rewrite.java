package dev.digester.pipeline;

import dev.digester.document.Document;
import dev.digester.document.text.Edit;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is to be written where the new value of a scalar is not enough: a list with other elements,
 * a comment.
 *
 * @param edits none overlapping another, none touching a scalar that the same plan changes
 * @param wanted what must be true of the document afterwards, whatever else is proved of it
 */
public record Rewrite(List<Edit> edits, Predicate<Document> wanted) {
  /** Nothing. */
  public static final Rewrite NONE = new Rewrite(List.of(), document -> true);

  public Rewrite {
    edits = List.copyOf(edits);
  }
}
