/** Rules on where images are and what they are rewritten to. */
@NullMarked
package dev.digester.images;

import org.jspecify.annotations.NullMarked;
