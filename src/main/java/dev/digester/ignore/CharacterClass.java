package dev.digester.ignore;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Reads a bracket expression, {@code [a-z]}, as git does. */
final class CharacterClass {
  private static final int BYTES = 256;

  private final String pattern;
  private final BitSet set = new BitSet(BYTES);
  private int at;

  /** The character that may begin a range; 0 after a range and after a named class. */
  private int before;

  /**
   * A class that is read.
   *
   * @param set the bytes that it matches
   * @param end the offset after its closing bracket
   */
  record Read(BitSet set, int end) {}

  private CharacterClass(String pattern, int at) {
    this.pattern = pattern;
    this.at = at;
  }

  /**
   * The class whose opening bracket is at an offset; null where it does not end or names a class
   * that does not exist: then the pattern matches nothing.
   */
  static @Nullable Read read(String pattern, int bracket) {
    boolean negated =
        bracket + 1 < pattern.length() && "!^".indexOf(pattern.charAt(bracket + 1)) >= 0;
    CharacterClass read = new CharacterClass(pattern, bracket + (negated ? 2 : 1));
    boolean more = true;
    while (more) {
      if (!read.member()) {
        return null;
      }
      more = read.charAt(read.at) != ']';
    }
    if (negated) {
      read.set.flip(0, BYTES);
    }
    return new Read(read.set, read.at + 1);
  }

  /** 0 after the end; no pattern holds the character itself. */
  private int charAt(int offset) {
    return offset < pattern.length() ? pattern.charAt(offset) : 0;
  }

  /** Reads one member; a closing bracket at the start is one. False where the pattern is broken. */
  private boolean member() {
    int c = charAt(at);
    if (c == '\\') {
      return literal(charAt(++at));
    }
    if (c == '-' && before != 0 && charAt(at + 1) != 0 && charAt(at + 1) != ']') {
      return range();
    }
    if (c == '[' && charAt(at + 1) == ':') {
      return named();
    }
    return literal(c);
  }

  private boolean literal(int c) {
    if (c == 0) {
      return false;
    }
    set.set(c);
    before = c;
    at++;
    return true;
  }

  private boolean range() {
    at++;
    if (charAt(at) == '\\') {
      at++;
    }
    int last = charAt(at);
    if (last == 0) {
      return false;
    }
    if (last >= before) {
      set.set(before, last + 1);
    }
    before = 0;
    at++;
    return true;
  }

  private boolean named() {
    int start = at + 2;
    int end = pattern.indexOf(']', start);
    if (end < 0) {
      return false;
    }
    if (end == start || pattern.charAt(end - 1) != ':') {
      return literal('[');
    }
    IntPredicate members = members(pattern.substring(start, end - 1));
    if (members == null) {
      return false;
    }
    for (int c = 1; c < 0x80; c++) {
      set.set(c, set.get(c) || members.test(c));
    }
    before = 0;
    at = end + 1;
    return true;
  }

  /** The classes of POSIX (POSIX.1-2017, base definitions, 9.3.5) for ASCII, spaces as git's. */
  private static @Nullable IntPredicate members(String name) {
    return switch (name) {
      case "alnum" -> c -> isLetter(c) || isDigit(c);
      case "alpha" -> CharacterClass::isLetter;
      case "blank" -> c -> c == ' ' || c == '\t';
      case "cntrl" -> c -> c < ' ' || c == 0x7F;
      case "digit" -> CharacterClass::isDigit;
      case "graph" -> c -> c > ' ' && c < 0x7F;
      case "lower" -> c -> c >= 'a' && c <= 'z';
      case "print" -> c -> c >= ' ' && c < 0x7F;
      case "punct" -> c -> c > ' ' && c < 0x7F && !isLetter(c) && !isDigit(c);
      case "space" -> c -> c == ' ' || c == '\t' || c == '\n' || c == '\r';
      case "upper" -> c -> c >= 'A' && c <= 'Z';
      case "xdigit" -> c -> isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
      default -> null;
    };
  }

  private static boolean isLetter(int c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
