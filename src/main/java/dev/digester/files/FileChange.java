package dev.digester.files;

import dev.digester.document.text.Splice;

/**
 * A file that should have other contents.
 *
 * @param file as it was read
 * @param contents all of what it should hold
 */
public record FileChange(ManifestFile file, Splice contents) {}
