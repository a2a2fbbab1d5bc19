package dev.digester.kustomization;

import dev.digester.document.edit.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the keys of entries as kustomize does: sorted, values in quotes only where YAML needs it.
 */
final class EntryText {
  private EntryText() {}

  /** The lines of a new entry without indentation, {@code name} the only one that must be there. */
  static List<String> lines(
      String name, Optional<String> newName, Optional<String> newTag, Optional<String> digest) {
    List<String> lines = new ArrayList<>();
    digest.ifPresent(value -> lines.add(pair("digest", value, false)));
    lines.add(pair("name", name, false));
    newName.ifPresent(value -> lines.add(pair("newName", value, false)));
    newTag.ifPresent(value -> lines.add(pair("newTag", value, false)));
    return lines;
  }

  /** {@code newTag: "1.27"}. */
  static String pair(String key, String value, boolean inFlow) {
    return key + ": " + Spelling.string(value, inFlow);
  }
}
