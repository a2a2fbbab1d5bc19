/**
 * A scanner of YAML as people and orchestrators write it for Kubernetes: from bytes to places of
 * nodes, without characters, tokens, events or strings in between.
 *
 * <h2>What it promises</h2>
 *
 * {@link dev.digester.document.scan.Scan#stream} tells a {@link dev.digester.document.scan.Nodes}
 * every node of a text in document order, exactly as a full parser (snakeyaml-engine) would have
 * it; or it ends with {@link dev.digester.document.scan.Unsure}, and nothing of what it told
 * counts. It is unsure of all that is rare (directives, explicit keys, tabs in indentation, pairs
 * in flow sequences, keys of more than one line or of 1,000 bytes), of all on which parsers differ,
 * and of all that is wrong: it has no error messages, the parser has them. So each rule in this
 * package may be stricter than YAML, and none may be laxer.
 *
 * <h2>Lines and levels</h2>
 *
 * Block style is a matter of columns. {@link dev.digester.document.scan.Levels} is a stack of the
 * open block collections with the column of each; under all of them lies the document at column -1.
 * A sequence may be at the column of the mapping whose value it is; nothing else shares a column
 * with its parent. {@link dev.digester.document.scan.BlockScan} takes one line with content at a
 * time:
 *
 * <ol>
 *   <li>Levels to the right of the line's column are closed; so is a sequence at the column of its
 *       mapping, if the line has no dash.
 *   <li>Each {@code - } is an element of the sequence at its column, which opens if there is none.
 *       What follows the dash is treated as if it were on a line of its own, at its column.
 *   <li>What follows is a key if a colon ends it on the line: an entry of the mapping at its
 *       column, which opens if there is none. Else it is a value, which {@link
 *       dev.digester.document.scan.BlockValue} reads to its end.
 * </ol>
 *
 * Nine of ten lines of a manifest hold a key and nothing, or one short scalar: {@link
 * dev.digester.document.scan.CommonEntry} sees them in one pass, and says nothing of any other.
 *
 * <h2>States</h2>
 *
 * Between two steps there are two states. The innermost level <i>awaits a value</i> after {@code
 * ---}, {@code - } and {@code key:}, or it awaits none. Only an awaited value may open a level or
 * be a scalar, alias or flow collection. What calls for another value, or closes the level, before
 * one came makes it the empty node at the place that {@link dev.digester.document.scan.Awaited}
 * remembers.
 *
 * <pre>
 *             line with "- " or "key:", end of the level: empty node
 *            +------------------------------------------------------+
 *            v                                                      |
 *   [awaits none] -- "- ", "key:" of the innermost level --&gt; [awaits a value]
 *            ^                                                |    |    ^
 *            |                scalar, alias, flow collection  |    |    | "- ", "key:" further
 *            +------------------------------------------------+    +----+ right: a level opens
 * </pre>
 *
 * An anchor or a tag belongs to the awaited value if its line ends after it or a value follows it;
 * if a key follows, it is the key's. {@link dev.digester.document.scan.Properties} holds it until
 * that is known.
 *
 * <h2>Scalars and flow collections</h2>
 *
 * Where a scalar ends is a question to bytes only, answered by {@link
 * dev.digester.document.scan.PlainScalar} and {@link dev.digester.document.scan.QuotedScalar};
 * {@link dev.digester.document.scan.Continuation} says which further lines belong to one: those
 * that are indented more than the innermost level. Literal and folded scalars are measured by
 * anyone who takes the nodes, {@link dev.digester.document.scan.BlockHeader} checks that there is
 * one way to do it. Inside of brackets columns say nothing: {@link
 * dev.digester.document.scan.FlowScan} descends recursively.
 *
 * <p>Most of a text is passed over: what ends a scalar, a line or an indentation is looked for in
 * {@link dev.digester.document.text.EightBytes} at a time, by single bytes only where less is left.
 *
 * <p>The package knows bytes ({@link dev.digester.document.text.Chars}), and nothing of documents,
 * indexes or the parser.
 */
@NullMarked
package dev.digester.document.scan;

import org.jspecify.annotations.NullMarked;
