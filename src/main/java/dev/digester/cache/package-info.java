/**
 * Answers of registries on disk, for the next runs of the same user.
 *
 * <p>An entry is a file of its own, in a directory of its image, written beside its place and
 * renamed over it: many processes may read and write at once without a lock. What cannot be read,
 * is damaged or too old is as if it were not there, and where nothing can be written nothing is
 * kept. An answer that a registry gave without asking who asks serves everybody who uses the
 * directory; any other serves only who has the same credential, of which a hash with a random key
 * is kept and never a part of it. So a credential helper runs for the cache only where an answer of
 * that image is there that needs it. Failures are never kept.
 */
@NullMarked
package dev.digester.cache;

import org.jspecify.annotations.NullMarked;
