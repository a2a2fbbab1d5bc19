/**
 * The lossless document: bytes in, spans of bytes, edits, bytes out.
 *
 * <p>A document is its UTF-8 bytes ({@link dev.digester.document.SourceText}). A reader locates the
 * nodes of YAML 1.2 or JSON in them and fills a flat {@link dev.digester.document.NodeIndex}:
 * parallel arrays in document order, one slot a node, no object a node. {@link
 * dev.digester.document.Node} views are made on demand and forgotten. A change is an {@link
 * dev.digester.document.Edit} of a {@link dev.digester.document.Span}; the output is the input with
 * the edits spliced in, so there is no emitter that could change anything else: comments, order,
 * quotes, indentation, anchors, line ends and blank lines survive by construction.
 *
 * <p>Nothing is taken on trust, not even our own work: {@link dev.digester.document.Document#edit}
 * and {@link dev.digester.document.Document#splice} read their result again, of a long text the
 * lines that edits can change ({@link dev.digester.document.Excerpt}), and prove that each changed
 * place reads what was wanted and that all else is as before; otherwise there is no result.
 *
 * <p>The readers are {@link dev.digester.document.YamlReader} and {@link
 * dev.digester.document.JsonReader}; {@link dev.digester.document.Documents} chooses. Both fill the
 * index through one builder, which holds the bounds on nesting and on what aliases stand for, and
 * by one set of rules on where a node begins and ends, in {@link dev.digester.document.NodeIndex}.
 * Comments have no nodes: {@link dev.digester.document.Comments} finds them in the gaps between
 * spans. Values are decoded from the bytes when somebody asks; keys are compared as bytes.
 *
 * <p>The package knows no domain. How a reader works is hidden from everything above it.
 */
@NullMarked
package dev.digester.document;

import org.jspecify.annotations.NullMarked;
