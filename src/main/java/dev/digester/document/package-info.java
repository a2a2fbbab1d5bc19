/**
 * The lossless document: bytes in, spans of bytes, edits, bytes out.
 *
 * <p>A document is its UTF-8 bytes. A reader locates the nodes of YAML 1.2 or JSON in them and
 * fills a flat index. A change is an edit of a span, and the output is the input with the edits
 * spliced in. Nothing is taken on trust, not even our own work: the result is read again, and it
 * must be what was wanted and the same as before everywhere else; otherwise there is no result.
 *
 * <h2>The parts</h2>
 *
 * Each part uses only those before it:
 *
 * <ul>
 *   <li>{@link dev.digester.document.text}: texts, spans, edits, bytes;
 *   <li>{@link dev.digester.document.index}: where the nodes of a text are;
 *   <li>{@link dev.digester.document.scan}: finds the nodes of YAML as people write it;
 *   <li>this package: documents, and views of their nodes;
 *   <li>{@link dev.digester.document.read}: makes documents of texts;
 *   <li>{@link dev.digester.document.edit}: how a scalar gets another value in its own style;
 *   <li>{@link dev.digester.document.proof}: applies edits, and proves the result.
 * </ul>
 *
 * <h2>Views</h2>
 *
 * A {@link dev.digester.document.Document} is a text with its index. A {@link
 * dev.digester.document.Node} is a view of one slot, made on demand and forgotten: a {@link
 * dev.digester.document.Mapping}, a {@link dev.digester.document.Sequence} or a {@link
 * dev.digester.document.Scalar}. Views follow aliases and merge keys. Values are decoded from the
 * bytes when someone asks; a {@link dev.digester.document.Key} is compared as bytes. Comments have
 * no nodes: {@link dev.digester.document.Comments} finds them in the gaps between spans. A {@link
 * dev.digester.document.FieldPath} names a place, and {@link dev.digester.document.NodePath} finds
 * that of a node.
 *
 * <p>A view cannot be changed. Documents, their nodes and the reader that a document remembers
 * refer to each other: they are the only files of {@code document} that do.
 *
 * <p>The package knows no domain.
 */
@NullMarked
package dev.digester.document;

import org.jspecify.annotations.NullMarked;
