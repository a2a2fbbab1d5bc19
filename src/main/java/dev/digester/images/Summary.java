package dev.digester.images;

import dev.digester.krm.Result;
import dev.digester.resolve.Resolution;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A run in one sentence, by its fields: {@code 2 pinned, 1 skipped, 3 had a digest; 2 lookups}.
 * Nothing is said where all images had a digest.
 */
final class Summary {
  private int skipped;
  private int kept;
  private int hadDigest;
  private final Map<Pull, Integer> asked = new HashMap<>();
  private final Set<String> lookups = new HashSet<>();

  /** Fields whose whole value was counted, which are nearly all, by the number of their node. */
  private final BitSet whole = new BitSet();

  private final Set<Object> others = new HashSet<>();

  /** Counts a field, once however it is reached. */
  void count(ImageField field, Verdict verdict) {
    if (isImage(field) && isNew(field)) {
      switch (verdict) {
        case Verdict.Keep(String reason) -> keep(reason);
        case Verdict.Invalid _ -> kept++;
        case Verdict.Compare(Pull pull, _) -> {
          hadDigest++;
          lookups.add(pull.reference().canonical());
        }
        case Verdict.Refresh(Pull pull, _) -> {
          hadDigest++;
          lookups.add(pull.reference().canonical());
        }
        case Verdict.LookUp(Pull pull) -> {
          asked.merge(pull, 1, Integer::sum);
          lookups.add(pull.reference().canonical());
        }
      }
    }
  }

  /** A place without an image is not worth a word. */
  private static boolean isImage(ImageField field) {
    return switch (field.content()) {
      case Content.Nothing _ -> false;
      case Content.NoText _ -> true;
      case Content.Text text -> !text.text().isBlank();
    };
  }

  private void keep(String reason) {
    switch (reason) {
      case Judge.PINNED -> hadDigest++;
      case Judge.SKIPPED_BY_ANNOTATION, Judge.SKIPPED_BY_CONFIGURATION -> skipped++;
      default -> kept++;
    }
  }

  private boolean isNew(ImageField field) {
    if (field.content() instanceof Content.Text text
        && text.start() == 0
        && text.holder().equals(text.scalar())) {
      int id = text.scalar().id();
      boolean first = !whole.get(id);
      whole.set(id);
      return first;
    }
    return others.add(field.identity());
  }

  /** What is said of a run that did not fail. */
  Optional<Result> told(LookedUp lookedUp) {
    int pinned = 0;
    int failed = 0;
    for (Map.Entry<Pull, Integer> each : asked.entrySet()) {
      switch (lookedUp.of(each.getKey())) {
        case Resolution.Resolved _ -> pinned += each.getValue();
        case Resolution.Failed _ -> failed += each.getValue();
      }
    }
    List<String> parts = new ArrayList<>();
    add(parts, pinned, "pinned");
    add(parts, skipped, "skipped");
    add(parts, kept + failed, "kept");
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    add(parts, hadDigest, "had a digest");
    return Optional.of(Result.info(String.join(", ", parts) + asked()).tag("summary", "true"));
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  private String asked() {
    return switch (lookups.size()) {
      case 0 -> "";
      case 1 -> "; 1 lookup";
      default -> "; " + lookups.size() + " lookups";
    };
  }
}
