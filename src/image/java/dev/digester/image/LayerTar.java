package dev.digester.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * A directory as a layer of an image: sorted, owned by root, without times, so that the same files
 * are the same bytes. jib-core's own layers know no symbolic links.
 */
final class LayerTar {
  /** The mode that Linux gives to every symbolic link, and Docker's and podman's layers with it. */
  private static final int LINK_MODE = 0777;

  private LayerTar() {}

  static byte[] of(Path root) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = open(bytes);
        Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(path -> !path.equals(root)).sorted().toList()) {
        add(tar, root.relativize(file).toString(), file);
      }
    }
    return bytes.toByteArray();
  }

  static TarArchiveOutputStream open(OutputStream out) {
    return new TarArchiveOutputStream(out, "UTF-8");
  }

  /** Adds one file with the mode that all may read. */
  static void add(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    entry.setModTime(0);
    put(tar, entry, content);
  }

  private static void add(TarArchiveOutputStream tar, String name, Path file) throws IOException {
    byte[] content = {};
    TarArchiveEntry entry;
    if (Files.isSymbolicLink(file)) {
      entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      entry.setLinkName(Files.readSymbolicLink(file).toString());
      entry.setMode(LINK_MODE);
    } else if (Files.isDirectory(file)) {
      entry = new TarArchiveEntry(name + "/");
      entry.setMode(mode(file));
    } else {
      content = Files.readAllBytes(file);
      entry = new TarArchiveEntry(name);
      entry.setMode(mode(file));
      entry.setSize(content.length);
    }
    entry.setModTime(0);
    put(tar, entry, content);
  }

  private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content)
      throws IOException {
    entry.setIds(0, 0);
    entry.setNames("", "");
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  /** The twelve bits of POSIX. */
  private static int mode(Path file) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    int mode = 0;
    // From the owner's reading down to the others' running, a bit each.
    for (PosixFilePermission permission : List.of(PosixFilePermission.values())) {
      mode = mode << 1 | (permissions.contains(permission) ? 1 : 0);
    }
    return mode;
  }
}
