package dev.digester.document.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damages documents by seed: bytes, lines, indentation, and pieces of syntax where none belong. */
final class Mutation {
  /** Where one of these is put, the meaning of what is around it changes most likely. */
  private static final List<String> PIECES =
      List.of(
          ":", ": ", " :", "-", "- ", "\n- ", "?", "? ", "#", " #", "&a ", "*a", "!t ", "!!str ",
          "|", ">-", "|2\n", "'", "\"", "\\", "[", "]", "{", "}", ",", "\n", "\r\n", "\r", "\t",
          " ", "  ", "\n\n", "---", "\n---\n", "\n...\n", "%", "@", "`", "é", "\uFEFF", "\u0085",
          "\u2028", "😀", "<<: ", "~", "\n  ", "\n    ", "x", "k: v", "{a: b}", "[a, b]");

  private Mutation() {}

  static byte[] of(byte[] utf8, Random random) {
    byte[] mutated = utf8;
    for (int i = 0; i <= random.nextInt(3); i++) {
      mutated = once(mutated, random);
    }
    return mutated;
  }

  private static byte[] once(byte[] utf8, Random random) {
    if (utf8.length == 0) {
      return piece(random);
    }
    int at = random.nextInt(utf8.length);
    return switch (random.nextInt(6)) {
      case 0 -> flipped(utf8, at, random);
      case 1 -> lines(utf8, random);
      case 2 -> indented(utf8, random);
      case 3 -> spliced(utf8, at, at + 1, new byte[0]);
      default -> spliced(utf8, at, at, piece(random));
    };
  }

  private static byte[] piece(Random random) {
    return PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8);
  }

  private static byte[] flipped(byte[] utf8, int at, Random random) {
    byte[] flipped = utf8.clone();
    flipped[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    return flipped;
  }

  /** Deletes a line, doubles it, or puts it somewhere else. */
  private static byte[] lines(byte[] utf8, Random random) {
    List<String> lines = split(utf8);
    String line = lines.remove(random.nextInt(lines.size()));
    for (int copies = random.nextInt(3); copies > 0; copies--) {
      lines.add(random.nextInt(lines.size() + 1), line);
    }
    return String.join("\n", lines).getBytes(UTF_8);
  }

  private static byte[] indented(byte[] utf8, Random random) {
    List<String> lines = split(utf8);
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    int spaces = line.length() - line.stripLeading().length();
    int drop = Math.min(spaces, random.nextInt(3));
    lines.set(at, random.nextBoolean() ? line.substring(drop) : " ".repeat(drop + 1) + line);
    return String.join("\n", lines).getBytes(UTF_8);
  }

  private static List<String> split(byte[] utf8) {
    return new ArrayList<>(List.of(new String(utf8, UTF_8).split("\n", -1)));
  }

  private static byte[] spliced(byte[] utf8, int from, int to, byte[] piece) {
    byte[] spliced = new byte[from + piece.length + utf8.length - to];
    System.arraycopy(utf8, 0, spliced, 0, from);
    System.arraycopy(piece, 0, spliced, from, piece.length);
    System.arraycopy(utf8, to, spliced, from + piece.length, utf8.length - to);
    return spliced;
  }
}
