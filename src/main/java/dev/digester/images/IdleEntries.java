package dev.digester.images;

import dev.digester.config.ImageEntry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which entries were for no image, and what may have been meant. An entry that has done its work in
 * a run before is not idle: its images have their new names already.
 */
final class IdleEntries {
  /**
   * An entry that was for no image.
   *
   * @param elsewhere whether there are images that it names, but where it is not for
   * @param near the name of an image that differs in the path before its last part only
   */
  record Idle(int position, ImageEntry entry, boolean elsewhere, Optional<String> near) {}

  private final List<ImageEntry> entries;
  private final Map<String, List<Integer>> byNewName = new HashMap<>();
  private final List<Integer> relocations = new ArrayList<>();
  private final BitSet done = new BitSet();
  private final BitSet elsewhere = new BitSet();

  /** The first name in the list with a last part. */
  private final Map<String, String> names = new LinkedHashMap<>();

  IdleEntries(List<ImageEntry> entries) {
    this.entries = entries;
    for (int i = 0; i < entries.size(); i++) {
      int position = i;
      switch (entries.get(i)) {
        case ImageEntry.Relocation _ -> relocations.add(i);
        case ImageEntry.Rewrite rewrite ->
            rewrite
                .newName()
                .ifPresent(
                    name -> byNewName.computeIfAbsent(name, _ -> new ArrayList<>()).add(position));
      }
    }
  }

  /** Notes that an entry names an image where it is not for. */
  void elsewhere(int position) {
    elsewhere.set(position);
  }

  /**
   * Notes an image as it is before any entry.
   *
   * @param isDone whether an entry may have made the image
   */
  void seen(String image, Predicate<ImageEntry> isDone) {
    String name = ImageName.split(image).name();
    names.putIfAbsent(lastPart(name), name);
    for (int position : byNewName.getOrDefault(name, List.of())) {
      note(position, isDone);
    }
    for (int position : relocations) {
      note(position, isDone);
    }
  }

  private void note(int position, Predicate<ImageEntry> isDone) {
    if (!done.get(position) && isDone.test(entries.get(position))) {
      done.set(position);
    }
  }

  /** All others than those that were used, or whose new names an entry after them used. */
  List<Idle> besides(BitSet used) {
    BitSet working = (BitSet) used.clone();
    working.or(done);
    List<Idle> idle = new ArrayList<>();
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (working.get(i) || isLedOn(i, working)) {
        working.set(i);
      } else {
        idle.addFirst(new Idle(i, entries.get(i), elsewhere.get(i), near(entries.get(i))));
      }
    }
    return idle;
  }

  /** Whether an entry after this one, which works, takes the name that this one gives. */
  private boolean isLedOn(int position, BitSet working) {
    Optional<String> newName =
        entries.get(position) instanceof ImageEntry.Rewrite rewrite
            ? rewrite.newName()
            : Optional.empty();
    return newName.isPresent()
        && working.stream()
            .filter(next -> next > position && done.get(next))
            .mapToObj(entries::get)
            .anyMatch(entry ->
                entry instanceof ImageEntry.Rewrite next && next.name().equals(newName.get()));
  }

  private Optional<String> near(ImageEntry entry) {
    return entry instanceof ImageEntry.Rewrite rewrite && !rewrite.nameRegex()
        ? Optional.ofNullable(names.get(lastPart(rewrite.name())))
            .filter(name -> !name.equals(rewrite.name()))
        : Optional.empty();
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
