/** A function as a stranger would write it with the SDK; docs/sdk.md shows it. */
@NullMarked
package dev.digester.example;

import org.jspecify.annotations.NullMarked;
