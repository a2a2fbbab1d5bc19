/**
 * Where the nodes of a text are: one flat index for YAML and JSON, whichever reader made it.
 *
 * <h2>The index</h2>
 *
 * A {@link dev.digester.document.index.NodeIndex} is four parallel arrays in document order, one
 * slot a node and 13 bytes a slot: no object a node, no string a scalar. Its page has the rules on
 * where a node begins and ends. For {@code a: [x, y]}:
 *
 * <pre>
 *   slot  kind           start  end  next
 *   0     BLOCK_MAPPING      0    9     5
 *   1     PLAIN, a key       0    1     2
 *   2     FLOW_SEQUENCE      3    9     5
 *   3     PLAIN, in flow     4    5     4
 *   4     PLAIN, in flow     7    8     5
 * </pre>
 *
 * What few nodes have (an anchor, a tag, the target of an alias, a stated indentation) is in a
 * {@link dev.digester.document.index.SideTable} each.
 *
 * <h2>One builder</h2>
 *
 * All readers fill an index through {@link dev.digester.document.index.IndexBuilder}. It holds what
 * must not depend on the reader: the bounds on nesting and on the nodes that aliases stand for
 * ({@link dev.digester.document.index.Anchors}), what an alias names, where a literal or folded
 * scalar ends ({@link dev.digester.document.index.BlockScalar}), and the spans that follow from
 * other spans. So two readers can be compared slot by slot, which a test does on random documents.
 *
 * <p>The package knows texts, and nothing of views, readers or edits.
 */
@NullMarked
package dev.digester.document.index;

import org.jspecify.annotations.NullMarked;
