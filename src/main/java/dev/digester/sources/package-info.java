/**
 * Files that know digests already, because the program that built or copied an image wrote them.
 *
 * <p>A {@link dev.digester.sources.SourceFile} is recognized by what is in it, never by its name,
 * and holds {@link dev.digester.sources.Known} digests: of a reference, or what takes the place of
 * all references to a name, as {@code skaffold render} has it. {@link
 * dev.digester.sources.DigestSources} asks files in their order. {@link
 * dev.digester.sources.SourceResolver} lets them answer before anything else does. Nothing here
 * uses a network, and nothing opens a file: {@link dev.digester.sources.LayoutTar} reads an archive
 * from a stream.
 */
@NullMarked
package dev.digester.sources;

import org.jspecify.annotations.NullMarked;
