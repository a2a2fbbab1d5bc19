package dev.digester.images;

import dev.digester.config.ImageEntry;
import dev.digester.krm.Printable;
import dev.digester.krm.Result;
import java.util.ArrayList;
import java.util.List;

/** What is said about images that were rewritten. */
sealed interface RewriteReport {
  /**
   * A field with its new text.
   *
   * @param image what it is to read
   */
  record Rewritten(ImageField field, String image) {}

  /** The results, given what was rewritten and the entries that did it. */
  List<Result> results(List<Rewritten> rewritten, ImageEntries entries);

  /**
   * A result for each field that changes, and a warning for each entry that was for none.
   *
   * @param path of an entry, with its position as {@code %d}
   */
  record Each(String path) implements RewriteReport {
    @Override
    public List<Result> results(List<Rewritten> rewritten, ImageEntries entries) {
      List<Result> results = new ArrayList<>();
      for (Rewritten each : rewritten) {
        String old = each.field().current();
        results.add(each.field().changed("set image " + old + " to " + each.image(), each.image()));
      }
      for (int position : entries.unused()) {
        results.add(idle(position, entries.get(position)));
      }
      return results;
    }

    private Result idle(int position, ImageEntry entry) {
      String what =
          switch (entry) {
            case ImageEntry.Rewrite rewrite -> "name " + rewrite.name();
            case ImageEntry.Relocation relocation -> "prefix " + relocation.prefix();
          };
      return Result.warning(
          "%s (%s) matches no image: correct it or remove it"
              .formatted(path.formatted(position), Printable.of(what)));
    }
  }

  /** The catalog's one sentence. */
  record Total() implements RewriteReport {
    @Override
    public List<Result> results(List<Rewritten> rewritten, ImageEntries entries) {
      return List.of(Result.info("summary: updated a total of " + rewritten.size() + " image(s)"));
    }
  }
}
