/**
 * The KRM function: a list on standard input, a list on standard output.
 *
 * <p>All or nothing: a complete list is written, or not one byte; an orchestrator that gets an
 * empty list with exit code 0 deletes the user's package. The exit code is the only sign of failure
 * that every orchestrator heeds, so it is 1 whenever a result is an error. Errors and warnings
 * stand in {@code results}, which kpt shows, and on standard error, which is all that kustomize
 * shows.
 */
@NullMarked
package dev.digester.function;

import org.jspecify.annotations.NullMarked;
