package dev.digester.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;

/** Where a run reads and writes. Nothing here is closed by a run. */
public record Streams(InputStream in, OutputStream out, PrintStream err) {
  /**
   * The most bytes of one call, what a pipe holds: the JDK's file streams copy what a call moves
   * through memory of their own that is as large.
   */
  private static final int AT_ONCE = 1 << 16;

  /**
   * All of the input, or as much of it as is wanted. A file says how long it is, and is read into
   * one array of that length.
   */
  byte[] read(int most) throws IOException {
    int known = Math.min(in.available(), most);
    if (known <= AT_ONCE) {
      return in.readNBytes(most);
    }
    byte[] file = new byte[known];
    int length = 0;
    int read = 0;
    while (read >= 0 && length < known) {
      length += read;
      read = in.read(file, length, Math.min(AT_ONCE, known - length));
    }
    return length < known ? Arrays.copyOf(file, length) : withRest(file, most - known);
  }

  private byte[] withRest(byte[] file, int most) throws IOException {
    byte[] rest = in.readNBytes(most);
    if (rest.length == 0) {
      return file;
    }
    byte[] all = Arrays.copyOf(file, file.length + rest.length);
    System.arraycopy(rest, 0, all, file.length, rest.length);
    return all;
  }
}
