package dev.digester.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the system knows of a file (inode(7)).
 *
 * @param mode its permissions, 12 bits
 * @param links how many names it has
 */
record UnixFile(Version version, int mode, int uid, int gid, int links) {
  private static final String ATTRIBUTES = "unix:mode,uid,gid,nlink,size,lastModifiedTime,ino,dev";
  private static final int PERMISSIONS = 07777;
  private static final int MAY_WRITE = 0222;

  /** The lowest nine bits of a mode, from the highest on. */
  private static final PosixFilePermission[] BITS = PosixFilePermission.values();

  /** What differs once a file is written to or another takes its place. */
  record Version(long inode, long device, long size, FileTime modified) {}

  /** Looks at a file; a symbolic link itself is not followed. */
  static UnixFile of(Path path) throws IOException {
    Map<String, Object> found = Files.readAttributes(path, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    return new UnixFile(
        new Version(
            number(found, "ino").longValue(),
            number(found, "dev").longValue(),
            number(found, "size").longValue(),
            (FileTime) Objects.requireNonNull(found.get("lastModifiedTime"))),
        number(found, "mode").intValue() & PERMISSIONS,
        number(found, "uid").intValue(),
        number(found, "gid").intValue(),
        number(found, "nlink").intValue());
  }

  private static Number number(Map<String, Object> found, String name) {
    return (Number) Objects.requireNonNull(found.get(name));
  }

  /** Whether no one has the permission to write, which the superuser does not need. */
  boolean isReadOnly() {
    return (mode & MAY_WRITE) == 0;
  }

  /** What a file is created with; the process's mask may take some away. */
  Set<PosixFilePermission> permissions() {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (int i = 0; i < BITS.length; i++) {
      if ((mode >> (BITS.length - 1 - i) & 1) == 1) {
        permissions.add(BITS[i]);
      }
    }
    return permissions;
  }

  /** Gives a file this one's owner, group and permissions, where it has others. */
  void imposeOn(Path path) throws IOException {
    UnixFile other = of(path);
    if (other.uid != uid) {
      Files.setAttribute(path, "unix:uid", uid);
    }
    if (other.gid != gid) {
      Files.setAttribute(path, "unix:gid", gid);
    }
    if (other.mode != mode || other.uid != uid || other.gid != gid) {
      Files.setAttribute(path, "unix:mode", mode);
    }
  }
}
