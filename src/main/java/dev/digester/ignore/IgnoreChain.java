package dev.digester.ignore;

import dev.digester.ignore.IgnoreFile.Verdict;
import org.jspecify.annotations.Nullable;

/** The files of rules of a directory and of those above it, the nearest first. Immutable. */
public final class IgnoreChain {
  /** No rules. */
  public static final IgnoreChain NONE = new IgnoreChain(null, IgnoreFile.of(new byte[0]), 0);

  private final @Nullable IgnoreChain above;
  private final IgnoreFile file;
  private final int base;

  private IgnoreChain(@Nullable IgnoreChain above, IgnoreFile file, int base) {
    this.above = above;
    this.file = file;
    this.base = base;
  }

  /**
   * The chain with one more file, which is asked before all others.
   *
   * @param directory the path of its directory, as {@link ByteChars}: empty, or with a slash at the
   *     end
   */
  public IgnoreChain with(IgnoreFile nearer, String directory) {
    return nearer.isEmpty() ? this : new IgnoreChain(this, nearer, directory.length());
  }

  /**
   * Whether a path is left out, provided that its directory is not.
   *
   * @param path as {@link ByteChars}, relative to what the paths of the directories are relative to
   */
  public boolean excludes(String path, boolean isDirectory) {
    for (IgnoreChain chain = this; chain != null; chain = chain.above) {
      Verdict verdict = chain.file.verdict(path, chain.base, isDirectory);
      if (verdict != Verdict.NOTHING) {
        return verdict == Verdict.EXCLUDED;
      }
    }
    return false;
  }
}
