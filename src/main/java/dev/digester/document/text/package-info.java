/**
 * Texts and edits of texts, as bytes. Nothing here knows YAML or JSON; all other parts use it.
 *
 * <h2>Texts</h2>
 *
 * A {@link dev.digester.document.text.SourceText} is an immutable UTF-8 text of at most 256 MiB.
 * Its bytes are checked once, when it is made ({@link dev.digester.document.text.Utf8Check}), and
 * never turned into characters as a whole. A place is an offset in bytes, and a range of them is a
 * {@link dev.digester.document.text.Span}; lines and columns, which people read, are counted when
 * someone asks ({@link dev.digester.document.text.LineTable}).
 *
 * <h2>Edits</h2>
 *
 * An {@link dev.digester.document.text.Edit} says which bytes take the place of a span. A {@link
 * dev.digester.document.text.Splice} is a text with edits, none of which overlaps another: slices
 * of the old bytes and of the new ones in turn. It can be written as it is, without a copy of the
 * text:
 *
 * <pre>
 *   text     a: nginx:1 # web         [ 0, 16)
 *   edit       [10, 10) -&gt; "@sha256:..."
 *   written  a: nginx:1 | @sha256:... | # web
 * </pre>
 *
 * So there is no emitter that could change anything else: comments, order, quotes, indentation,
 * line ends and blank lines survive by construction.
 *
 * <h2>Bytes</h2>
 *
 * {@link dev.digester.document.text.Chars} tells the classes of characters apart, and {@link
 * dev.digester.document.text.EightBytes} looks at eight bytes in one step: most of a text is passed
 * over, and passing over is what costs. The bytes themselves ({@code SourceText.utf8()}, {@code
 * Edit.utf8()}) are shared, not copied. A rule of ArchitectureTest keeps them within {@code
 * document}.
 *
 * <p>What is wrong with a text is a {@link dev.digester.document.text.DocumentException}: a line
 * and a reason in words of a user.
 */
@NullMarked
package dev.digester.document.text;

import org.jspecify.annotations.NullMarked;
