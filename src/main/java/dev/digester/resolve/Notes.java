package dev.digester.resolve;

import java.util.List;
import java.util.stream.Stream;

/** Joins lists of notes. */
final class Notes {
  private Notes() {}

  static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
