/** The program: finds out which face of digester was asked for and hands over to it. */
@NullMarked
package dev.digester;

import org.jspecify.annotations.NullMarked;
