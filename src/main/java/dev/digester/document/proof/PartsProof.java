package dev.digester.document.proof;

import dev.digester.document.Document;
import dev.digester.document.edit.Replacement;
import dev.digester.document.text.Edit;
import dev.digester.document.text.Splice;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Proves edits on excerpts, of so many regions each that they are short: what one is read into
 * serves the next one, and memory that nothing has touched yet is dear.
 */
final class PartsProof {
  private final Document document;
  private final List<Replacement> changes;
  private final Splice splice;
  private final int bytes;

  /** How many changes, and how many edits, are proved. */
  private int changesDone;

  private int editsDone;

  /**
   * @param changes whose edits are among the splice's, in document order
   * @param bytes what an excerpt of several regions has at most, with the edits' texts
   */
  PartsProof(Document document, List<Replacement> changes, Splice splice, int bytes) {
    this.document = document;
    this.changes = changes;
    this.splice = splice;
    this.bytes = bytes;
  }

  /**
   * Proves all edits.
   *
   * @param regions that they touch
   * @param wanted what else must be true of an edited excerpt
   * @return whether it is of any; nothing where an excerpt does not read as the whole does
   */
  Optional<Boolean> of(List<Region> regions, Predicate<Document> wanted) {
    boolean found = false;
    int from = 0;
    while (from < regions.size()) {
      int to = behindPart(regions, from);
      Optional<Excerpt> excerpt = Excerpt.of(document, regions.subList(from, to));
      if (excerpt.isEmpty()) {
        return Optional.empty();
      }
      found |= wanted.test(edited(excerpt.get(), regions.get(to - 1).end()));
      from = to;
    }
    return Optional.of(found);
  }

  private int behindPart(List<Region> regions, int from) {
    int sum = 0;
    int edit = editsDone;
    for (int to = from; to < regions.size(); to++) {
      Region region = regions.get(to);
      sum += region.bytes();
      while (edit < splice.edits().size() && begins(splice.edits().get(edit), region.end())) {
        sum += splice.edits().get(edit++).utf8().length;
      }
      if (sum > bytes && to > from) {
        return to;
      }
    }
    return regions.size();
  }

  /** An excerpt with the edits up to a place of the whole text, proved. */
  private Document edited(Excerpt excerpt, int end) {
    int change = changesDone;
    while (changesDone < changes.size() && begins(changes.get(changesDone).edit(), end)) {
      changesDone++;
    }
    int edit = editsDone;
    while (editsDone < splice.edits().size() && begins(splice.edits().get(editsDone), end)) {
      editsDone++;
    }
    return Proof.edited(
        excerpt.document(),
        excerpt.replacements(changes.subList(change, changesDone)),
        excerpt.splice(splice.part(edit, editsDone)));
  }

  private static boolean begins(Edit edit, int end) {
    return edit.span().start() <= end;
  }
}
