package dev.digester.bench;

import dev.digester.document.read.Documents;
import dev.digester.document.read.YamlParsing;
import dev.digester.document.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file once, as a program does that has just started, and prints the microseconds. */
public final class ColdReader {
  private ColdReader() {}

  public static void main(String[] args) throws IOException {
    byte[] utf8 = Files.readAllBytes(Path.of(args[0]));
    YamlParsing reader = YamlParsing.valueOf(args[1]);
    long start = System.nanoTime();
    Documents.read(SourceText.of(utf8), reader);
    System.out.println((System.nanoTime() - start) / 1_000);
  }
}
