/** Finds out which digest an image's tag names today. */
@NullMarked
package dev.digester.resolve;

import org.jspecify.annotations.NullMarked;
