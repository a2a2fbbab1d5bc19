/**
 * How a scalar gets another value and stays as its author wrote it: in its style, as small a change
 * as can be.
 *
 * <h2>From a value to an edit</h2>
 *
 * A {@link dev.digester.document.edit.Replacement} is a scalar, the value that it should read, and
 * the edit that gives it that value; its maker chooses what the new value may become:
 *
 * <ul>
 *   <li>{@code of}: a string where it was a string. {@code tag: v1} with {@code 1.0} becomes {@code
 *       tag: "1.0"};
 *   <li>{@code text}: of whatever type. It becomes {@code tag: 1.0};
 *   <li>{@code string}: always a string;
 *   <li>{@code parts}: only some {@link dev.digester.document.edit.Substitution parts} of the value
 *       change; escapes, folds and blank lines between them keep their spelling.
 * </ul>
 *
 * {@link dev.digester.document.edit.ScalarEdit} knows the flow styles, {@link
 * dev.digester.document.edit.BlockScalarEdit} literal and folded scalars, {@link
 * dev.digester.document.edit.PartEdit} parts of either, {@link
 * dev.digester.document.edit.EmptyNode} what must be written around a value where there was none.
 * If a suffix is all that is new, it is all that is inserted. If a value does not fit a style, the
 * scalar gets double quotes.
 *
 * <h2>Spelling</h2>
 *
 * {@link dev.digester.document.edit.Spelling} says how a string is written in each style, and
 * whether it can be. Its rules are stricter than YAML 1.2 and YAML 1.1 together, since both kinds
 * of readers see the result.
 *
 * <p>Nothing here is trusted: an edit is a proposal until {@link dev.digester.document.proof} has
 * read it again.
 */
@NullMarked
package dev.digester.document.edit;

import org.jspecify.annotations.NullMarked;
