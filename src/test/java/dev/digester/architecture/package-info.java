/**
 * Rules about the code itself: which package may know which, how types are named, and what the
 * files of the tree look like. ARCHITECTURE.md says why; these tests say no.
 */
@NullMarked
package dev.digester.architecture;

import org.jspecify.annotations.NullMarked;
