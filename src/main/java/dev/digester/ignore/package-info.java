/**
 * Which files of a directory are left out: git's rules for <a
 * href="https://git-scm.com/docs/gitignore">.gitignore</a>, which {@code .krmignore} shares.
 *
 * <p>A file of rules has one rule a line; of the rules of one file the last that matches a path
 * decides, and the file nearest to the path is asked first ({@link
 * dev.digester.ignore.IgnoreChain}). A path in a directory that is left out is never asked for: the
 * walk does not go there, which is why git's rule that a file cannot be included again once its
 * directory is excluded needs no code.
 *
 * <p>Git compares bytes. Paths come here as strings that hold one byte of UTF-8 in each character
 * ({@link dev.digester.ignore.ByteChars}), so that {@code ?} matches what it matches in git. A
 * pattern becomes a list of steps, and all ways to match are followed at the same time ({@link
 * dev.digester.ignore.Wildcard}): no pattern takes more than its length times that of the path.
 */
@NullMarked
package dev.digester.ignore;

import org.jspecify.annotations.NullMarked;
