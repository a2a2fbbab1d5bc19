package dev.digester.images;

import dev.digester.config.ImageEntry;
import dev.digester.document.FieldPath;
import dev.digester.krm.FunctionConfig;
import dev.digester.krm.Printable;
import dev.digester.krm.Resource;
import dev.digester.krm.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
   * @param name of an entry, with its position as {@code %d}
   * @param written the configuration that has the entries
   */
  record Each(String name, Place place, Optional<FunctionConfig> written) implements RewriteReport {
    /** Where an entry stands in a configuration. */
    interface Place {
      FieldPath path(FunctionConfig config, int position);
    }

    @Override
    public List<Result> results(List<Rewritten> rewritten, ImageEntries entries) {
      List<Result> results = new ArrayList<>();
      for (Rewritten each : rewritten) {
        String old = each.field().current();
        results.add(each.field().changed("set image " + old + " to " + each.image(), each.image()));
      }
      for (IdleEntries.Idle idle : entries.idle()) {
        Result warning = warning(name.formatted(idle.position()), idle);
        results.add(written.map(config -> at(config, idle.position(), warning)).orElse(warning));
      }
      return results;
    }

    private static Result warning(String name, IdleEntries.Idle idle) {
      String what =
          switch (idle.entry()) {
            case ImageEntry.Rewrite rewrite -> "name " + rewrite.name();
            case ImageEntry.Relocation relocation -> "prefix " + relocation.prefix();
          };
      String meant =
          idle.elsewhere()
              ? "there are such images, but not where " + idle.entry().where().described() + ": "
              : idle.near().map(near -> "there is " + near + ", written so: ").orElse("");
      return Result.warning(
          Printable.of(
              "%s (%s) matches no image: %scorrect it or remove it".formatted(name, what, meant)));
    }

    private Result at(FunctionConfig config, int position, Result idle) {
      Resource owner = config.resource();
      FieldPath path = place.path(config, position);
      Result.Field field = Result.Field.named(path.toString());
      return idle.on(owner, field, path.find(owner.node()).orElse(owner.node()));
    }
  }

  /** A result for each field that changes. */
  record Changes() implements RewriteReport {
    @Override
    public List<Result> results(List<Rewritten> rewritten, ImageEntries entries) {
      return rewritten.stream()
          .map(each ->
              each.field()
                  .changed(
                      "set image " + each.field().current() + " to " + each.image(), each.image()))
          .toList();
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
