/**
 * The difference of two texts in the unified format (POSIX.1-2017, diff, "Diff -u Output Format"),
 * as git prints it and {@code git apply} takes it.
 *
 * <p>Texts are bytes, and a line is what ends with a line feed, which belongs to it; so a carriage
 * return or a missing line feed is a difference like any other. {@link dev.digester.diff.Lines}
 * knows where lines are, {@link dev.digester.diff.LineScript} finds the blocks that differ, {@link
 * dev.digester.diff.UnifiedDiff} prints them with lines around them, and {@link
 * dev.digester.diff.GitPath} writes names as git does.
 *
 * <p>The texts are long and few of their lines differ. The search walks along both as long as they
 * agree; where they do not, it looks for the shortest script to the next few lines that agree
 * again, and goes on from there. The result is always right, and shortest wherever changes are far
 * apart.
 */
@NullMarked
package dev.digester.diff;

import org.jspecify.annotations.NullMarked;
