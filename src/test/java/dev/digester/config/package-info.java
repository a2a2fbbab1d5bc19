/** What may be configured, how it is written, and what is said about what is wrong. */
@NullMarked
package dev.digester.config;

import org.jspecify.annotations.NullMarked;
