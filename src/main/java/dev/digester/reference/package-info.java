/**
 * Names of container images, digests and platforms: plain values without any I/O.
 *
 * <p>The grammar is that of the <a
 * href="https://github.com/distribution/reference">distribution/reference</a> library, which
 * containerd, Docker and the kubelet parse image names with. What Kubernetes would refuse is
 * refused here, with a reason that a person can act on; what it takes is taken, spelled as it may
 * be: an {@link dev.digester.reference.ImageReference} remembers how it was written, because
 * digester only ever appends to what its user wrote, and knows beside that what the registry is
 * asked for.
 */
@NullMarked
package dev.digester.reference;

import org.jspecify.annotations.NullMarked;
