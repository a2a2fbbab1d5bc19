/**
 * Finds out which digest an image's tag names today: once for each distinct image, all at the same
 * time, politely.
 *
 * <p>One question, one interface: a {@link dev.digester.resolve.Resolver} answers with a {@link
 * dev.digester.resolve.Resolution}, and what can go wrong is one of its kinds, never an exception.
 * Everything else is a wrapper. From the outside in, a {@link dev.digester.resolve.BatchResolver}
 * takes the images of a run, asks for each distinct one on a virtual thread of its own and comes
 * back at the run's deadline at the latest; {@link dev.digester.resolve.OnceResolver} lets those
 * who ask for the same share one answer; {@link dev.digester.resolve.MirrorResolver} asks the
 * mirrors of a registry and then the registry, which {@link dev.digester.registry.RegistryClient}
 * speaks to. A cache or a lock file is one more wrapper.
 */
@NullMarked
package dev.digester.resolve;

import org.jspecify.annotations.NullMarked;
