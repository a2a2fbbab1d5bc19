package dev.digester.verify;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which classes are failures; the others are warnings. */
public record FailOn(Set<FindingClass> classes) {
  public static final FailOn DEFAULT =
      new FailOn(
          EnumSet.of(
              FindingClass.UNPINNED,
              FindingClass.GONE,
              FindingClass.PLATFORM_MISSING,
              FindingClass.MISMATCH,
              FindingClass.UNREACHABLE,
              FindingClass.INVALID));

  public FailOn {
    classes = Set.copyOf(classes);
  }

  /**
   * The classes of some words.
   *
   * @throws IllegalArgumentException if one is not a class; the message lists them
   */
  public static FailOn of(Collection<String> words) {
    return new FailOn(words.stream().map(FailOn::known).collect(Collectors.toSet()));
  }

  /** As {@link #of}, of words with commas between them. */
  public static FailOn parse(String list) {
    return of(
        Stream.of(list.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList());
  }

  private static FindingClass known(String word) {
    return FindingClass.of(word)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "\"%s\" is not a class of findings; there are %s"
                    .formatted(
                        word,
                        Stream.of(FindingClass.values())
                            .map(FindingClass::word)
                            .collect(Collectors.joining(", ")))));
  }

  /** Whether a finding of a class is a failure. */
  public boolean fails(FindingClass one) {
    return classes.contains(one);
  }
}
