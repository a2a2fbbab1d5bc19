/**
 * What the program finds around it: variables, terminals, its own name, file and version.
 *
 * <p>A leaf that knows nothing of images. Shells make a {@link dev.digester.process.Surroundings}
 * once and hand it down, so every other package gets the environment and the clock as values and
 * can be tested with plain calls.
 */
@NullMarked
package dev.digester.process;

import org.jspecify.annotations.NullMarked;
