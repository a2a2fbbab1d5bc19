package dev.digester.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Finds the {@code index.json} of an OCI image layout in an archive, compressed by gzip or not
 * (POSIX ustar: blocks of 512 bytes, sizes in octal digits).
 */
public final class LayoutTar {
  private static final int BLOCK = 512;
  private static final int NAME_LENGTH = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int MAGIC_AT = 257;

  /** Bytes; an index has some hundred for each image. */
  private static final int LARGEST_INDEX = 16 << 20;

  private LayoutTar() {}

  /** Whether a file that begins so is an archive, compressed or not. */
  public static boolean isTar(byte[] start) {
    return isGzip(start)
        || (start.length >= MAGIC_AT + 5 && new String(start, MAGIC_AT, 5, UTF_8).equals("ustar"));
  }

  private static boolean isGzip(byte[] start) {
    return start.length > 1 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B;
  }

  /**
   * Reads an archive up to its index.
   *
   * @throws SourceException if it has none; one of {@code docker save} has no digest of a registry
   * @throws IOException if it cannot be read
   */
  public static SourceFile read(String path, InputStream archive) throws IOException {
    BufferedInputStream in = new BufferedInputStream(archive);
    in.mark(2);
    byte[] start = in.readNBytes(2);
    in.reset();
    Optional<String> index = index(path, isGzip(start) ? new GZIPInputStream(in) : in);
    return index
        .map(text -> SourceFile.layout(path, text))
        .orElseThrow(
            () -> new SourceException(path, "the archive has no index.json: " + noIndex()));
  }

  private static String noIndex() {
    return "only an OCI layout says which digest a registry has";
  }

  private static Optional<String> index(String path, InputStream in) throws IOException {
    byte[] header = in.readNBytes(BLOCK);
    while (header.length == BLOCK && header[0] != 0) {
      String name = text(header, 0, NAME_LENGTH);
      long size = size(path, header);
      if (name.equals("index.json") || name.equals("./index.json")) {
        return Optional.of(new String(in.readNBytes((int) Math.min(size, LARGEST_INDEX)), UTF_8));
      }
      in.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
      header = in.readNBytes(BLOCK);
    }
    return Optional.empty();
  }

  private static long size(String path, byte[] header) {
    try {
      return Long.parseLong(text(header, SIZE_AT, SIZE_LENGTH).strip(), 8);
    } catch (NumberFormatException e) {
      throw new SourceException(path, "the archive is damaged");
    }
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, UTF_8);
  }
}
