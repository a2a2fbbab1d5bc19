/** The registry protocol. */
@NullMarked
package dev.digester.registry;

import org.jspecify.annotations.NullMarked;
