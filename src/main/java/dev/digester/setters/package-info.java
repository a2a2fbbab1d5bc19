/**
 * Setters: fields that say in a comment which named values they are made of.
 *
 * <p>{@code image: nginx:1.27 # kpt-set: ${image}:${tag}} is such a field. {@link
 * dev.digester.setters.ApplySetters} gives it new values, {@link
 * dev.digester.setters.CreateSetters} writes such comments, {@link
 * dev.digester.setters.ListSetters} tells which there are. They do what kpt's catalog functions of
 * these names do, and say the same; docs/compatibility.md names every difference.
 *
 * <p>A field is found by its comment, not by a walk through all fields: the text is scanned for the
 * marker, and the index tells whose line it ends. A pattern is cut once into its names and what
 * stands between them, so that a value that itself looks like a pattern is never expanded, and the
 * order of setters cannot matter. What comes of a field is a change of a scalar, or, for a list,
 * new text in its place; both are proved when they are spliced in.
 *
 * <p>Values come from many places ({@link dev.digester.setters.Setters}), and each remembers its
 * own, so that what is wrong with it can be told by file, line and field.
 */
@NullMarked
package dev.digester.setters;

import org.jspecify.annotations.NullMarked;
