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
 * <p>The package knows no domain. How a reader works is hidden from everything above it.
 */
@NullMarked
package dev.digester.document;

import org.jspecify.annotations.NullMarked;
