/**
 * Readers: from a text to a {@link dev.digester.document.Document}.
 *
 * <p>{@link dev.digester.document.read.Documents} chooses: what begins with a bracket and is JSON
 * is read by {@link dev.digester.document.read.JsonReader}, all else as YAML.
 *
 * <h2>Two readers of YAML</h2>
 *
 * {@link dev.digester.document.read.ScanReader} reads by the {@link dev.digester.document.scan
 * scan} of the bytes, several times as fast as a parser. Where the scan is unsure, and where the
 * text is wrong, {@link dev.digester.document.read.YamlReader} reads the text again with
 * snakeyaml-engine. So the scan may refuse anything and needs no messages, and every error is the
 * parser's, put in words of a user by {@link dev.digester.document.read.SyntaxReason}. {@link
 * dev.digester.document.read.YamlParsing} lets a user take the parser only.
 *
 * <p>snakeyaml-engine counts code points and has its own idea of where a node begins; {@link
 * dev.digester.document.read.CodePointCursor} and {@link dev.digester.document.read.YamlEvents}
 * turn both into what the index says. It is known only here, and its classes are loaded only where
 * a text needs them.
 *
 * <h2>One result</h2>
 *
 * All readers fill the same index by the same builder and the same rules. Tests compare the two of
 * YAML on a corpus, on random documents and on damaged ones: the same slots, or the scan hands
 * over.
 *
 * <p>Readers have no state; one serves all threads. Time and memory are linear in the text.
 */
@NullMarked
package dev.digester.document.read;

import org.jspecify.annotations.NullMarked;
