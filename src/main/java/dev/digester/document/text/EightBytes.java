package dev.digester.document.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of a text in a long, the first one lowest, looked at in one step (Warren, Hacker's
 * Delight, 6-1). Questions are answered by marks: the highest bit of each byte that it is true of.
 * Marks are right up to the lowest one and may be wrong above it, so all that may be asked of them
 * is whether there are any, and {@link #first}. Those of several questions may be or-ed.
 */
public final class EightBytes {
  /**
   * Reads them: {@code (long) EightBytes.AT.get(text, offset)}. A method of that name would be
   * called each time: the native builder brings this access inline, but no method that has it.
   */
  public static final VarHandle AT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long LOWEST = 0x0101_0101_0101_0101L;
  private static final long HIGHEST = LOWEST << (Byte.SIZE - 1);
  private static final long ALL_BUT_HIGHEST = ~HIGHEST;
  private static final long LINE_FEEDS = all('\n');

  /** What lifts a byte of ASCII into the highest bit unless it is less than a space. */
  private static final long BELOW_SPACE = HIGHEST - all(' ');

  private EightBytes() {}

  /** Whether there are eight bytes of a text from an offset on. */
  public static boolean fit(byte[] text, int offset) {
    return offset <= text.length - Long.BYTES;
  }

  /** Eight times the same character of ASCII. */
  public static long all(char ascii) {
    return LOWEST * ascii;
  }

  /**
   * Marks the bytes that are a character.
   *
   * @param eight {@link #all} of it
   */
  public static long equal(long bytes, long eight) {
    return below(bytes ^ eight, LOWEST);
  }

  /**
   * Marks the bytes that are less than a character of ASCII.
   *
   * @param eight {@link #all} of it
   */
  public static long below(long bytes, long eight) {
    // A byte that is less borrows from the one above, which may be marked for that.
    return (bytes - eight) & ~bytes & HIGHEST;
  }

  /** Marks the bytes that are neither printable ASCII nor a line feed. */
  public static long beyondLines(long bytes) {
    // No byte before the first that is not ASCII carries into the next one here.
    long controls = ~(bytes + BELOW_SPACE) & ((bytes ^ LINE_FEEDS) + ALL_BUT_HIGHEST);
    long deletes = bytes + LOWEST;
    return (controls | deletes | bytes) & HIGHEST;
  }

  /** How many bytes are before the first that is marked, or of which any bit is set. */
  public static int first(long marks) {
    return Long.numberOfTrailingZeros(marks) / Byte.SIZE;
  }
}
