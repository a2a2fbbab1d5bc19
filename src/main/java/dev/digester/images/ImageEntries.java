package dev.digester.images;

import static java.util.Objects.requireNonNull;

import dev.digester.config.ImageEntry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Entries that rewrite images, in order, each on the result of the one before.
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

  private final Map<Integer, Pattern> patterns = new HashMap<>();
  private final BitSet used = new BitSet();

  ImageEntries(List<ImageEntry> entries) {
    this.entries = List.copyOf(entries);
    for (int i = 0; i < entries.size(); i++) {
      index(i, entries.get(i));
    }
  }

  private void index(int position, ImageEntry entry) {
    switch (entry) {
      case ImageEntry.Rewrite rewrite when rewrite.nameRegex() -> {
        patterns.put(position, ImageName.pattern(rewrite.name()));
        others.add(position);
      }
      case ImageEntry.Rewrite rewrite ->
          byName.computeIfAbsent(rewrite.name(), _ -> new ArrayList<>()).add(position);
      case ImageEntry.Relocation _ -> others.add(position);
    }
  }

  /** What the text of a field becomes; the same where no entry is for it. */
  String rewrite(ImageField field, String text) {
    String image = text;
    int next = next(image, 0);
    while (next != NONE) {
      ImageEntry entry = entries.get(next);
      if (Selection.selects(entry.where(), field)) {
        used.set(next);
        image = rewrite(entry, image);
      }
      next = next(image, next + 1);
    }
    return image;
  }

  /** The positions of the entries that were for no field so far. */
  List<Integer> unused() {
    List<Integer> unused = new ArrayList<>();
    for (int i = used.nextClearBit(0); i < entries.size(); i = used.nextClearBit(i + 1)) {
      unused.add(i);
    }
    return unused;
  }

  ImageEntry get(int position) {
    return entries.get(position);
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
      case ImageEntry.Rewrite _ -> requireNonNull(patterns.get(position)).matcher(image).matches();
    };
  }

  private static String rewrite(ImageEntry entry, String image) {
    return switch (entry) {
      case ImageEntry.Relocation(String prefix, String newPrefix, _) ->
          newPrefix + image.substring(prefix.length());
      case ImageEntry.Rewrite rewrite -> rewrite(rewrite, ImageName.split(image)).toString();
    };
  }

  /** The suffix counts where neither tag nor digest are given, as for kustomize. */
  private static ImageName rewrite(ImageEntry.Rewrite entry, ImageName image) {
    String name = given(entry.newName()).orElse(image.name());
    String newTag = given(entry.newTag()).orElse("");
    String newDigest = given(entry.digest()).orElse("");
    String suffix = given(entry.tagSuffix()).orElse("");
    if (!newTag.isEmpty() || !newDigest.isEmpty()) {
      return new ImageName(name, newTag, newDigest);
    }
    return suffix.isEmpty()
        ? new ImageName(name, image.tag(), image.digest())
        : new ImageName(name, image.tag() + suffix, "");
  }

  private static Optional<String> given(Optional<String> text) {
    return text.filter(t -> !t.isEmpty());
  }
}
