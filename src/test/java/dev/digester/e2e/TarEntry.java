package dev.digester.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file of a tar archive (POSIX.1-2001, "ustar Interchange Format").
 *
 * @param name without a slash at its end
 * @param type {@code 0} file, {@code 2} symbolic link, {@code 5} directory
 * @param mode the permission bits
 * @param owner user and group: {@code 0:0}
 * @param modified seconds since 1970
 * @param link what a symbolic link leads to
 * @param content bytes of a file
 */
record TarEntry(
    String name,
    char type,
    int mode,
    String owner,
    long modified,
    String link,
    ByteBuffer content) {
  private static final int BLOCK = 512;

  /** Some writers put the type of the file into the mode too. */
  private static final int PERMISSIONS = 07777;

  /** Headers of pax hold what ustar has no room for: nothing that matters here. */
  private static final String PAX = "xg";

  /** All files of an archive. */
  static List<TarEntry> read(byte[] archive) {
    List<TarEntry> entries = new ArrayList<>();
    int at = 0;
    while (at < archive.length && archive[at] != 0) {
      TarEntry entry = read(archive, at);
      if (PAX.indexOf(entry.type) < 0) {
        entries.add(entry);
      }
      int blocks = (entry.content.remaining() + BLOCK - 1) / BLOCK;
      at += (1 + blocks) * BLOCK;
    }
    return entries;
  }

  private static TarEntry read(byte[] archive, int at) {
    String prefix = text(archive, at + 345, 155);
    String name = (prefix.isEmpty() ? "" : prefix + "/") + text(archive, at, 100);
    int size = (int) number(archive, at + 124, 12);
    return new TarEntry(
        name.replaceFirst("^\\./", "").replaceFirst("/$", ""),
        archive[at + 156] == 0 ? '0' : (char) archive[at + 156],
        (int) number(archive, at + 100, 8) & PERMISSIONS,
        number(archive, at + 108, 8) + ":" + number(archive, at + 116, 8),
        number(archive, at + 136, 12),
        text(archive, at + 157, 100),
        ByteBuffer.wrap(Arrays.copyOfRange(archive, at + BLOCK, at + BLOCK + size)));
  }

  private static String text(byte[] archive, int from, int length) {
    int end = from;
    while (end < from + length && archive[end] != 0) {
      end++;
    }
    return new String(archive, from, end - from, UTF_8);
  }

  private static long number(byte[] archive, int from, int length) {
    String digits = text(archive, from, length).strip();
    return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
  }

  /** As {@code ls -l} would say it. */
  String listing() {
    String target = link.isEmpty() ? "" : " -> " + link;
    return "%c %o %s %s%s".formatted(type, mode, owner, name, target);
  }

  String text() {
    return UTF_8.decode(content.duplicate()).toString();
  }
}
