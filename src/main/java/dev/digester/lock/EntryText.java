package dev.digester.lock;

import dev.digester.document.edit.Spelling;
import dev.digester.reference.ImageReference;
import dev.digester.reference.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How entries are written: the digest always directly after the name, on one line each. */
final class EntryText {
  private EntryText() {}

  /**
   * The lines of a new entry in block style, each with its end.
   *
   * @param indent white space before the dash
   */
  static String block(LockEntry entry, String indent, String lineEnd) {
    List<String> lines = new ArrayList<>();
    lines.add("- name: " + name(entry));
    lines.add("  digest: " + entry.digest());
    entry.mediaType().ifPresent(type -> lines.add("  mediaType: " + plain(type)));
    if (!entry.platforms().isEmpty()) {
      lines.add("  platforms: " + platforms(entry.platforms(), false));
    }
    return lines.stream().map(line -> indent + line + lineEnd).collect(Collectors.joining());
  }

  /** A new entry in flow style, which is JSON as well. */
  static String flow(LockEntry entry) {
    List<String> members = new ArrayList<>();
    members.add("\"name\": " + Spelling.doubleQuoted(LockEntry.normalised(entry.name()).written()));
    members.add("\"digest\": " + Spelling.doubleQuoted(entry.digest().toString()));
    entry
        .mediaType()
        .ifPresent(type -> members.add("\"mediaType\": " + Spelling.doubleQuoted(type)));
    if (!entry.platforms().isEmpty()) {
      members.add("\"platforms\": " + platforms(entry.platforms(), true));
    }
    return "{" + String.join(", ", members) + "}";
  }

  static String platforms(List<Platform> platforms, boolean quoted) {
    return platforms.stream()
        .map(Platform::toString)
        .distinct()
        .sorted()
        .map(text -> quoted ? Spelling.doubleQuoted(text) : text)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** A plain scalar; in quotes where it would not read as itself. */
  static String plain(String text) {
    boolean fits = text.matches("[A-Za-z0-9][A-Za-z0-9._/:@+-]*+") && !text.endsWith(":");
    return fits ? text : Spelling.doubleQuoted(text);
  }

  private static String name(LockEntry entry) {
    ImageReference name = LockEntry.normalised(entry.name());
    return plain(name.written());
  }
}
