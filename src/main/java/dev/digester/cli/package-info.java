/** The commands for people. Nothing of this package is touched by a run of the function. */
@NullMarked
package dev.digester.cli;

import org.jspecify.annotations.NullMarked;
