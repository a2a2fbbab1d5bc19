package dev.digester.setters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ways to read a field's present value by a pattern, where only some names have new values.
 *
 * <p>A reading takes all of the value: each literal of the pattern is where it should be, and each
 * name takes what is between, at least one character and no line break. Which of several readings
 * is meant cannot be known, but often it does not matter: {@code ghcr.io/org/app:1} is {@code
 * ${registry}/${repo}:${tag}} in two ways, and a new tag makes the same of both.
 *
 * <p>The catalog takes the reading whose first names are longest, whether it fits or not, so that
 * fields lose their ends or grow with each run.
 *
 * @see <a href="https://github.com/kptdev/kpt/issues/2474">kpt, issue 2474</a>
 * @see <a href="https://github.com/kptdev/kpt/issues/3330">kpt, issue 3330</a>
 */
final class Readings {
  /** Patterns whose readings are more work than this are as good as ambiguous. */
  private static final int MOST_STEPS = 100_000;

  private final SetterPattern pattern;
  private final String value;
  private final Map<String, String> given;
  private final Map<String, String> read = new HashMap<>();
  private final Set<String> made = new LinkedHashSet<>();
  private int steps;

  private Readings(SetterPattern pattern, String value, Map<String, String> given) {
    this.pattern = pattern;
    this.value = value;
    this.given = given;
  }

  /**
   * What the value becomes by the given values; the value itself where it has them already. Empty
   * where the pattern is not all of the value, or where its readings make different values.
   */
  static Optional<String> filled(SetterPattern pattern, String value, Map<String, String> given) {
    if (!value.startsWith(pattern.literals().getFirst())) {
      return Optional.empty();
    }
    Readings readings = new Readings(pattern, value, given);
    int start = pattern.literals().getFirst().length();
    if (readings.hasGiven(0, start)) {
      return Optional.of(value);
    }
    readings.read(0, start, pattern.literals().getFirst());
    return readings.made.size() == 1 && !readings.isTooLong()
        ? Optional.of(readings.made.iterator().next())
        : Optional.empty();
  }

  private boolean isTooLong() {
    return steps > MOST_STEPS;
  }

  /** Whether a reading from a name on has all given values where they should be. */
  private boolean hasGiven(int name, int at) {
    if (name == pattern.names().size()) {
      return at == value.length();
    }
    String known = given.get(pattern.names().get(name));
    if (known != null) {
      return value.startsWith(known, at) && goesOn(name, at + known.length());
    }
    for (int end : ends(name, at)) {
      if (binds(name, at, end) && goesOn(name, end)) {
        return true;
      }
    }
    return false;
  }

  private boolean goesOn(int name, int end) {
    String literal = pattern.literals().get(name + 1);
    return value.startsWith(literal, end) && hasGiven(name + 1, end + literal.length());
  }

  /** Gathers what all readings from a name on make, until there is more than one. */
  private void read(int name, int at, String before) {
    if (name == pattern.names().size()) {
      if (at == value.length()) {
        made.add(before);
      }
      return;
    }
    String known = given.get(pattern.names().get(name));
    String literal = pattern.literals().get(name + 1);
    for (int end : ends(name, at)) {
      if (made.size() > 1 || isTooLong()) {
        return;
      }
      if (known != null || binds(name, at, end)) {
        String text = known == null ? value.substring(at, end) : known;
        read(name + 1, end + literal.length(), before + text + literal);
      }
    }
  }

  /**
   * Whether a name without a value takes a part of the field: one that is twice in the pattern must
   * take the same each time. What a later name took in a reading before does not count.
   */
  private boolean binds(int name, int at, int end) {
    String key = pattern.names().get(name);
    String part = value.substring(at, end);
    if (pattern.names().indexOf(key) < name) {
      return part.equals(read.get(key));
    }
    read.put(key, part);
    return true;
  }

  /** Where a name may end: before each place of the literal that follows it. */
  private List<Integer> ends(int name, int at) {
    String literal = pattern.literals().get(name + 1);
    int most = most(name, at);
    if (name == pattern.names().size() - 1) {
      int end = value.length() - literal.length();
      steps++;
      return end > at && end <= most && value.endsWith(literal) ? List.of(end) : List.of();
    }
    List<Integer> ends = new ArrayList<>();
    int end = value.indexOf(literal, at + 1);
    while (end >= 0 && end <= most && !isTooLong()) {
      steps++;
      ends.add(end);
      end = end < value.length() ? value.indexOf(literal, end + 1) : -1;
    }
    return ends;
  }

  /** How far a name may reach: to the end of the line; to a slash where it cannot hold one. */
  private int most(int name, int at) {
    int line = first('\n', at);
    return pattern.isInTag(name) ? Math.min(line, first('/', at)) : line;
  }

  private int first(char stop, int at) {
    int found = value.indexOf(stop, at);
    return found < 0 ? value.length() : found;
  }
}
