/**
 * The registry protocol: asks a registry which digest a tag names (<a
 * href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md">OCI distribution
 * specification</a>), with the one request that this takes.
 *
 * <p>From the outside in: a {@link dev.digester.registry.RegistryClient} knows the registries of a
 * run. A lookup sends a HEAD for the manifest, and a GET only where that tells no digest. The first
 * lookup at a host goes alone and learns what all others need: whether the host is spoken to by
 * https, and which token service it trusts. The challenge is that of the manifest's own 401,
 * because some registries leave {@code /v2/} open; only where a refusal does not say how to log in,
 * and there is something to show, {@code /v2/} is asked. Each repository is let in to by as little
 * as will do: nothing, a token that anyone gets, and only then a credential.
 *
 * <p>Below that, an exchange passes through wrappers: repetition with backoff, the choice of the
 * scheme, redirects by hand, the limit for each host, and the JDK's client, which is made at the
 * first request, keeps connections and speaks HTTP/2. All registries without settings of their own
 * share one; each with a {@code ca}, {@code insecure} or a certificate of the client has its own,
 * for itself and what it named, because a connection is trusted by anyone who made it first.
 *
 * <p>Nothing is thrown for what a network may do: an answer is a manifest or a {@link
 * dev.digester.registry.RegistryFailure}, whose message is written for the person who has to act.
 */
@NullMarked
package dev.digester.registry;

import org.jspecify.annotations.NullMarked;
