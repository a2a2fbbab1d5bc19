package dev.digester.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** A tar archive of one small file, the same bytes for the same content (POSIX.1-1988, ustar). */
final class TarFile {
  /** The archive's unit in bytes; headers and contents fill whole blocks. */
  private static final int BLOCK = 512;

  /** An archive ends with two empty blocks. */
  private static final int END = 2 * BLOCK;

  private static final int MODE = 100;
  private static final int SIZE = 124;
  private static final int CHECKSUM = 148;
  private static final int TYPE = 156;
  private static final int MAGIC = 257;

  private TarFile() {}

  static String of(String name, String content) {
    byte[] body = content.getBytes(US_ASCII);
    int blocks = (body.length + BLOCK - 1) / BLOCK;
    byte[] archive = new byte[BLOCK + blocks * BLOCK + END];
    header(archive, name, body.length);
    System.arraycopy(body, 0, archive, BLOCK, body.length);
    return new String(archive, US_ASCII);
  }

  private static void header(byte[] archive, String name, int size) {
    put(archive, 0, name);
    put(archive, MODE, "0000644\0" + "0000000\0".repeat(2));
    put(archive, SIZE, "%011o\0".formatted(size) + "0".repeat(11) + "\0");
    put(archive, TYPE, "0");
    put(archive, MAGIC, "ustar\00000");
    // The sum is taken with blanks in its own field.
    put(archive, CHECKSUM, " ".repeat(8));
    int sum = 0;
    for (byte b : Arrays.copyOf(archive, BLOCK)) {
      sum += b;
    }
    put(archive, CHECKSUM, "%06o\0 ".formatted(sum));
  }

  private static void put(byte[] archive, int offset, String ascii) {
    byte[] bytes = ascii.getBytes(US_ASCII);
    System.arraycopy(bytes, 0, archive, offset, bytes.length);
  }
}
