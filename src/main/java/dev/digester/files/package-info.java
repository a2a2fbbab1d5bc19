/**
 * The user's files: found, read, and written back.
 *
 * <p>{@link dev.digester.files.FileSearch} turns the words of a command into the files that they
 * mean, by git's rules and those of kpt; {@link dev.digester.files.FileReading} reads all of them,
 * several at a time, each as the {@link dev.digester.files.ManifestFile} that knows which of its
 * documents are resources; {@link dev.digester.files.ManifestWriter} writes those that change, all
 * or none. {@link dev.digester.files.ConfigurationFile} finds the configuration of a directory.
 *
 * <p>What is wrong with a file is a value, a {@link dev.digester.files.Problem}, so that a run
 * names all of them; what is left out on purpose is a {@link dev.digester.files.Note}.
 *
 * <p>A file is looked at once while it is searched for, opened once to read it, and nothing of it
 * but its bytes and their index is kept. Before a byte is written, each file that changes is
 * compared with what was read; the new contents of all of them lie on the disk before the first
 * takes its file's place.
 */
@NullMarked
package dev.digester.files;

import org.jspecify.annotations.NullMarked;
