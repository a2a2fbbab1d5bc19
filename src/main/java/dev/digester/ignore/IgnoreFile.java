package dev.digester.ignore;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/** The rules of one file. Immutable. */
public final class IgnoreFile {
  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  private final List<IgnoreRule> rules;

  /** What a file says of a path. */
  enum Verdict {
    EXCLUDED,
    INCLUDED,
    NOTHING
  }

  private IgnoreFile(List<IgnoreRule> rules) {
    this.rules = rules;
  }

  /** The rules in the bytes of a file; every file is one. */
  public static IgnoreFile of(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    List<IgnoreRule> rules = new ArrayList<>();
    int at = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
    while (at < text.length()) {
      int feed = text.indexOf('\n', at);
      int end = feed < 0 ? text.length() : feed;
      int last = end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
      String line = withoutTrailingSpaces(cString(text.substring(at, last)));
      if (!line.isEmpty() && line.charAt(0) != '#') {
        rules.add(IgnoreRule.of(line));
      }
      at = end + 1;
    }
    return new IgnoreFile(List.copyOf(rules).reversed());
  }

  /** Git's lines are strings of C, which end at a zero byte. */
  private static String cString(String line) {
    int zero = line.indexOf('\0');
    return zero < 0 ? line : line.substring(0, zero);
  }

  /** Spaces that no backslash escapes; a line that ends with a backslash keeps all of them. */
  private static String withoutTrailingSpaces(String line) {
    int end = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\\') {
        i++;
        end = i + 1;
      } else if (line.charAt(i) != ' ') {
        end = i + 1;
      }
    }
    return line.substring(0, Math.min(end, line.length()));
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  /** What the last rule says that is about a path; see {@link IgnoreRule#matches}. */
  Verdict verdict(String path, int base, boolean isDirectory) {
    int name = path.lastIndexOf('/') + 1;
    for (IgnoreRule rule : rules) {
      if ((isDirectory || !rule.onlyDirectories()) && rule.matches(path, base, name)) {
        return rule.includes() ? Verdict.INCLUDED : Verdict.EXCLUDED;
      }
    }
    return Verdict.NOTHING;
  }
}
