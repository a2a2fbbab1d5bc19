package dev.digester.registry;

import java.nio.file.Path;

/** Where a client's certificate and its key are, in PEM form; one file may hold both. */
public record ClientFiles(Path certificate, Path key) {}
