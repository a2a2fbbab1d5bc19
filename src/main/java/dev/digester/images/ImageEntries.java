package dev.digester.images;

import static java.util.Objects.requireNonNull;

import dev.digester.config.Expression;
import dev.digester.config.ImageEntry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Entries that rewrite images, in order, each on the result of the one before.
 *
 * <p>Those of {@code spec.images} are stable in place, for kpt writes a package's files where they
 * are: what an entry has made of an image, it leaves as it is. A suffix is not appended to a tag
 * that ends with it, an image that begins with {@code newPrefix} is not moved again, and a digest
 * stays if name and tag do. kustomize's transformer, whose sources are never written, does all of
 * it again.
 *
 * <p>An entry with a literal name is found by it: a text has four names at most, so what a text
 * costs does not depend on how many entries there are. After an entry has rewritten the text, the
 * next later one of the new name is looked up. Expressions and prefixes are tried in turn.
 */
final class ImageEntries {
  private static final int NONE = Integer.MAX_VALUE;

  private final List<ImageEntry> entries;
  private final Map<String, List<Integer>> byName = new HashMap<>();

  /** Those that have no literal name, ascending. */
  private final List<Integer> others = new ArrayList<>();

  private final Map<Integer, Expression> expressions = new HashMap<>();
  private final BitSet used = new BitSet();
  private final IdleEntries idle;
  private final boolean inPlace;

  private ImageEntries(List<ImageEntry> entries, boolean inPlace) {
    this.entries = List.copyOf(entries);
    this.inPlace = inPlace;
    this.idle = new IdleEntries(this.entries);
    for (int i = 0; i < entries.size(); i++) {
      index(i, entries.get(i));
    }
  }

  /** Entries that change nothing more in what they made. */
  static ImageEntries inPlace(List<ImageEntry> entries) {
    return new ImageEntries(entries, true);
  }

  /** Entries that work on sources, as kustomize's do. */
  static ImageEntries asKustomize(ImageEntry entry) {
    return new ImageEntries(List.of(entry), false);
  }

  private void index(int position, ImageEntry entry) {
    switch (entry) {
      case ImageEntry.Rewrite rewrite when rewrite.nameRegex() -> {
        expressions.put(position, ImageName.expression(rewrite.name()));
        others.add(position);
      }
      case ImageEntry.Rewrite rewrite ->
          byName.computeIfAbsent(rewrite.name(), _ -> new ArrayList<>()).add(position);
      case ImageEntry.Relocation _ -> others.add(position);
    }
  }

  /** What the text of a field becomes; the same where no entry is for it. */
  String rewrite(ImageField field, String text) {
    if (inPlace) {
      idle.seen(text, entry -> Selection.selects(entry.where(), field) && isDone(entry, text));
    }
    String image = text;
    int next = next(image, 0);
    while (next != NONE) {
      ImageEntry entry = entries.get(next);
      if (Selection.selects(entry.where(), field)) {
        used.set(next);
        image = rewrite(entry, image);
      } else {
        idle.elsewhere(next);
      }
      next = next(image, next + 1);
    }
    return withDigest(text, image);
  }

  /** A digest stays in place if nothing before it changes. */
  private String withDigest(String text, String image) {
    return inPlace && text.startsWith(image) && text.startsWith("@", image.length()) ? text : image;
  }

  /** The entries that were for no field so far, nor have done their work in a run before. */
  List<IdleEntries.Idle> idle() {
    return idle.besides(used);
  }

  private int next(String image, int from) {
    int next = NONE;
    for (String name : ImageName.namesOf(image)) {
      next = Math.min(next, ceiling(byName.getOrDefault(name, List.of()), from));
    }
    for (int i = firstOf(others, from); i < others.size() && others.get(i) < next; i++) {
      if (matches(others.get(i), image)) {
        return others.get(i);
      }
    }
    return next;
  }

  private static int ceiling(List<Integer> positions, int from) {
    int at = firstOf(positions, from);
    return at < positions.size() ? positions.get(at) : NONE;
  }

  private static int firstOf(List<Integer> positions, int from) {
    int at = Collections.binarySearch(positions, from);
    return at < 0 ? -at - 1 : at;
  }

  private boolean matches(int position, String image) {
    return switch (entries.get(position)) {
      case ImageEntry.Relocation relocation -> image.startsWith(relocation.prefix());
      case ImageEntry.Rewrite _ -> requireNonNull(expressions.get(position)).matches(image);
    };
  }

  /** Whether an entry has made an image what it is, as far as can be seen. */
  private boolean isDone(ImageEntry entry, String image) {
    return switch (entry) {
      case ImageEntry.Relocation relocation -> image.startsWith(relocation.newPrefix());
      case ImageEntry.Rewrite _ -> withDigest(image, rewrite(entry, image)).equals(image);
    };
  }

  private String rewrite(ImageEntry entry, String image) {
    return switch (entry) {
      case ImageEntry.Relocation(String prefix, String newPrefix, _) ->
          inPlace && newPrefix.startsWith(prefix) && image.startsWith(newPrefix)
              ? image
              : newPrefix + image.substring(prefix.length());
      case ImageEntry.Rewrite rewrite -> rewrite(rewrite, ImageName.split(image)).toString();
    };
  }

  /** The suffix counts where neither tag nor digest are given, as for kustomize. */
  private ImageName rewrite(ImageEntry.Rewrite entry, ImageName image) {
    String name = given(entry.newName()).orElse(image.name());
    String newTag = given(entry.newTag()).orElse("");
    String newDigest = given(entry.digest()).orElse("");
    String suffix = given(entry.tagSuffix()).orElse("");
    if (!newDigest.isEmpty()) {
      return new ImageName(name, newTag, newDigest);
    }
    if (!newTag.isEmpty()) {
      return new ImageName(name, newTag, "");
    }
    return suffix.isEmpty() || (inPlace && image.tag().endsWith(suffix))
        ? new ImageName(name, image.tag(), image.digest())
        : new ImageName(name, image.tag() + suffix, "");
  }

  private static Optional<String> given(Optional<String> text) {
    return text.filter(t -> !t.isEmpty());
  }
}
