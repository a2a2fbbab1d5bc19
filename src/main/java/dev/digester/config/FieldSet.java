package dev.digester.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A built-in list of places where the resources of a well-known project hold images. The lists are
 * data, one place a line with where it is documented, and are read when one of them is named.
 */
public enum FieldSet implements Word {
  TEKTON,
  ARGO,
  PROMETHEUS,
  /** All of the others. */
  ALL;

  private static final String FILE = "field-sets.txt";

  /** In a line: the set, the group, the kind, the path, the source. */
  private static final int GROUP = 1;

  private static final int KIND = 2;
  private static final int PATH = 3;

  static FieldSet of(String word) {
    return Word.of(values(), word);
  }

  /** The places of the set, in the order of the file. */
  public List<FieldSpec> fields() {
    return text()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" +"))
        .filter(columns -> this == ALL || columns[0].equals(word()))
        .map(columns -> FieldSpec.of(columns[GROUP], columns[KIND], columns[PATH]))
        .toList();
  }

  private static String text() {
    try (InputStream file = FieldSet.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is missing from the program");
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
