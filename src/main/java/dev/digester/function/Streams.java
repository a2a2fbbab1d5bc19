package dev.digester.function;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/** Where a run reads and writes. Nothing here is closed by a run. */
public record Streams(InputStream in, OutputStream out, PrintStream err) {}
