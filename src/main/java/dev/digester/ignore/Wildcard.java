package dev.digester.ignore;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pattern with wildcards, as git matches them. Immutable. */
final class Wildcard {
  /** One step of a pattern. */
  private sealed interface Step {
    record Literal(char c) implements Step {}

    record OneOf(BitSet set) implements Step {}

    /** Any number of characters, slashes among them or not. */
    record Run(boolean slashes) implements Step {}

    /** The next {@code steps} may be left out. */
    record Optional(int steps) implements Step {}
  }

  /** One character, a slash or not; the set of all but the slash. */
  private static final BitSet NO_SLASH = new BitSet();

  static {
    NO_SLASH.set(1, 256);
    NO_SLASH.clear('/');
  }

  private final @Nullable List<Step> steps;

  private Wildcard(@Nullable List<Step> steps) {
    this.steps = steps;
  }

  /**
   * Compiles a pattern for paths: only {@code **} between slashes matches a slash.
   *
   * @param from where the pattern begins; a {@code **} there counts as one after a slash, as in
   *     git, which cuts the part without wildcards off first
   */
  static Wildcard compile(String pattern, int from) {
    List<Step> steps = new ArrayList<>();
    int at = from;
    while (at >= 0 && at < pattern.length()) {
      at =
          switch (pattern.charAt(at)) {
            case '*' -> star(pattern, from, at, steps);
            case '[' -> bracket(pattern, at, steps);
            case '\\' -> escaped(pattern, at, steps);
            case '?' -> add(new Step.OneOf(NO_SLASH), steps, at + 1);
            default -> add(new Step.Literal(pattern.charAt(at)), steps, at + 1);
          };
    }
    return new Wildcard(at < 0 ? null : List.copyOf(steps));
  }

  private static int add(Step step, List<Step> steps, int next) {
    steps.add(step);
    return next;
  }

  private static int escaped(String pattern, int at, List<Step> steps) {
    return at + 1 < pattern.length()
        ? add(new Step.Literal(pattern.charAt(at + 1)), steps, at + 2)
        : -1;
  }

  private static int bracket(String pattern, int at, List<Step> steps) {
    CharacterClass.Read read = CharacterClass.read(pattern, at);
    if (read == null) {
      return -1;
    }
    read.set().clear('/');
    return add(new Step.OneOf(read.set()), steps, read.end());
  }

  private static int star(String pattern, int from, int at, List<Step> steps) {
    int end = at;
    while (end < pattern.length() && pattern.charAt(end) == '*') {
      end++;
    }
    boolean whole =
        end - at > 1
            && (at == from || pattern.charAt(at - 1) == '/')
            && (end == pattern.length()
                || pattern.charAt(end) == '/'
                || pattern.startsWith("\\/", end));
    if (whole && pattern.startsWith("/", end)) {
      steps.add(new Step.Optional(2));
    }
    return add(new Step.Run(whole), steps, end);
  }

  /** Whether the pattern matches all of a path from an offset on. */
  boolean matches(String path, int from) {
    if (steps == null) {
      return false;
    }
    BitSet states = closure(0, new BitSet());
    for (int i = from; i < path.length() && !states.isEmpty(); i++) {
      states = after(path.charAt(i), states, steps);
    }
    return states.get(steps.size());
  }

  private BitSet after(char c, BitSet states, List<Step> all) {
    BitSet next = new BitSet(all.size() + 1);
    for (int s = states.nextSetBit(0); s >= 0 && s < all.size(); s = states.nextSetBit(s + 1)) {
      switch (all.get(s)) {
        case Step.Literal literal when literal.c() == c -> closure(s + 1, next);
        case Step.OneOf one when one.set().get(c) -> closure(s + 1, next);
        case Step.Run run when run.slashes() || c != '/' -> closure(s, next);
        case Step other -> {}
      }
    }
    return next;
  }

  /** Adds a state and all that are reached from it without a character. */
  private BitSet closure(int state, BitSet states) {
    states.set(state);
    if (steps != null && state < steps.size()) {
      switch (steps.get(state)) {
        case Step.Run _ -> closure(state + 1, states);
        case Step.Optional optional -> {
          closure(state + 1, states);
          closure(state + 1 + optional.steps(), states);
        }
        case Step.Literal _, Step.OneOf _ -> {}
      }
    }
    return states;
  }
}
