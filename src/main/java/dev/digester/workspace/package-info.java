/**
 * A run over the user's files: what was read goes through the engine together, and comes back as
 * new texts.
 *
 * <p>{@link dev.digester.workspace.FileResources} makes a file that was read the engine's {@link
 * dev.digester.krm.Resources}. {@link dev.digester.workspace.FileRun} runs all files at once, so
 * that each distinct image is asked for once, and knows which files change. It prints nothing and
 * writes nothing: commands do.
 */
@NullMarked
package dev.digester.workspace;

import org.jspecify.annotations.NullMarked;
