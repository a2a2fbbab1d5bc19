package dev.digester.document.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes random YAML streams from a seed: all collections and scalar styles, anchors, aliases,
 * tags, merge keys, comments, blank lines, either line break, characters of one to four bytes.
 */
public final class RandomYaml {
  private static final int MAX_DEPTH = 4;

  private static final List<String> WORDS =
      List.of(
          "nginx:1.27",
          "a",
          "image",
          "x y",
          "é",
          "€uro",
          // Their last bytes in UTF-16 are those of a space and of a tab.
          "lat\u0120",
          "han\u4e09",
          "😀",
          "0644",
          "1.10",
          "~",
          "null",
          "yes",
          "a#b",
          "http://h/p?q",
          "it's",
          "say \"hi\"",
          "-x",
          "a b  c",
          "<<",
          "back\\slash",
          "2024-01-01");

  private final Random random;

  /** Whether explicit keys and single pairs in flow sequences are written too. */
  private final boolean rare;

  private final StringBuilder text = new StringBuilder();
  private final List<String> anchors = new ArrayList<>();
  private final String lineBreak;
  private int anchor;

  private RandomYaml(long seed, boolean rare) {
    this.random = new Random(seed);
    this.rare = rare;
    this.lineBreak = random.nextInt(4) == 0 ? "\r\n" : "\n";
  }

  public static String of(long seed) {
    return write(new RandomYaml(seed, true));
  }

  /** Without explicit keys and single pairs in flow sequences, which people hardly write. */
  public static String usual(long seed) {
    return write(new RandomYaml(seed, false));
  }

  private static String write(RandomYaml yaml) {
    yaml.stream();
    return yaml.text.toString();
  }

  private void stream() {
    if (one(8)) {
      text.append('\uFEFF');
    }
    int documents = one(4) ? 3 : 1;
    for (int i = 0; i < documents; i++) {
      anchors.clear();
      if (documents > 1 || one(4)) {
        text.append("---").append(one(3) ? " # start" : "").append(lineBreak);
      }
      commentLines(0);
      collection(0, 0, !one(3));
    }
    if (one(6)) {
      text.append("...").append(lineBreak);
    }
    if (one(6)) {
      text.setLength(text.length() - lineBreak.length());
    }
  }

  private void collection(int indent, int depth, boolean mapping) {
    int entries = 1 + random.nextInt(4);
    for (int i = 0; i < entries; i++) {
      if (i > 0) {
        commentLines(indent);
        pad(indent);
      } else if (text.isEmpty() || endsLine()) {
        pad(indent);
      }
      if (mapping) {
        entry(indent, depth, i);
      } else {
        text.append('-');
        value(indent, depth, false);
      }
    }
  }

  private boolean endsLine() {
    char last = text.charAt(text.length() - 1);
    return last == '\n' || last == '\uFEFF';
  }

  private void entry(int indent, int depth, int number) {
    if (!anchors.isEmpty() && one(10)) {
      text.append(one(2) ? "!!merge <<: *" : "<<: *").append(any(anchors)).append(lineBreak);
      return;
    }
    if (rare && one(12)) {
      text.append("? ").append(flowScalar(-1)).append(lineBreak);
      if (one(3)) {
        return;
      }
      pad(indent);
      text.append(':');
    } else {
      String key = "k" + number;
      String quoted = one(8) ? "'" + key + "'" : one(8) ? "\"" + key + "é\"" : key;
      text.append(one(15) ? property(true) : "").append(quoted).append(one(15) ? " :" : ":");
    }
    value(indent, depth, true);
  }

  /** What follows a colon or dash, with the line break. */
  private void value(int indent, int depth, boolean ofMapping) {
    int what = random.nextInt(depth < MAX_DEPTH ? 12 : 7);
    String property = one(10) && what != 2 ? " " + property(what < 7 && what != 3).strip() : "";
    switch (what) {
      case 0 -> text.append(property).append(lineComment());
      case 1 -> blockScalar(indent, property);
      case 2 -> text.append(alias()).append(lineComment());
      case 3 -> text.append(property).append(' ').append(flow(indent, depth)).append(lineComment());
      case 4, 5, 6 ->
          text.append(property).append(' ').append(flowScalar(indent)).append(lineComment());
      case 7, 8, 9 -> {
        if (!ofMapping && one(2)) {
          text.append(' ');
          collection(indent + 2, depth + 1, !one(3));
          return;
        }
        text.append(property).append(lineComment());
        commentLines(indent + 2);
        collection(indent + 2, depth + 1, true);
      }
      default -> {
        text.append(property).append(lineComment());
        collection(ofMapping && one(2) ? indent : indent + 2, depth + 1, false);
      }
    }
  }

  private String alias() {
    return " " + (anchors.isEmpty() ? "x" : "*" + any(anchors));
  }

  /** Aliases are made to scalars only, so that no node stands for one that it is in. */
  private String property(boolean scalar) {
    if (one(2)) {
      return one(2) ? "!!str " : one(2) ? "!local " : "!<tag:e.com,2024:x> ";
    }
    String name = "a" + anchor++;
    if (scalar) {
      anchors.add(name);
    }
    return "&" + name + " " + (one(3) ? "!!str " : "");
  }

  private void blockScalar(int indent, String property) {
    boolean stated = one(4);
    String digit = stated ? "2" : "";
    String chomp = one(3) ? "-" : one(3) ? "+" : "";
    text.append(property).append(one(2) ? " |" : " >");
    text.append(one(2) ? digit + chomp : chomp + digit).append(lineComment());
    int lines = random.nextInt(4);
    for (int i = 0; i < lines; i++) {
      if (i > 0 && one(4)) {
        text.append(lineBreak);
      }
      pad(indent + 2);
      boolean indented = (i > 0 || stated) && one(4);
      text.append(indented ? "  " : "")
          .append(any(WORDS))
          .append(one(5) ? "  " : "")
          .append(lineBreak);
    }
    if (lines > 0 && one(4)) {
      text.append(lineBreak).append(lineBreak);
    }
  }

  /** On one line if the indentation is negative. */
  private String flowScalar(int indent) {
    String fold = indent >= 0 && one(8) ? lineBreak + " ".repeat(indent + 3) : " ";
    String blank = indent >= 0 && one(8) ? lineBreak + lineBreak + " ".repeat(indent + 1) : " ";
    return switch (random.nextInt(4)) {
      case 0 -> "'" + any(WORDS).replace("'", "''") + fold + "b" + blank + "c'";
      case 1 -> "\"" + escaped(any(WORDS)) + blank + escaped(any(WORDS)) + fold + "\"";
      case 2 -> "plain" + fold + "text" + blank + "é";
      default -> plain();
    };
  }

  private String plain() {
    String word = any(WORDS);
    return word.equals("-x") || word.equals("<<") ? "p" + word : word;
  }

  private String escaped(String word) {
    String text = word.replace("\\", "\\\\").replace("\"", "\\\"");
    return one(4) ? text + "\\u00e9\\U0001F600\\t\\x41\\/\\_" : text;
  }

  private String flow(int indent, int depth) {
    boolean mapping = one(2);
    StringBuilder flow = new StringBuilder(mapping ? "{" : "[");
    int entries = random.nextInt(4);
    for (int i = 0; i < entries; i++) {
      flow.append(i > 0 ? "," : "");
      flow.append(one(8) ? lineBreak + " ".repeat(indent + 2) : one(2) ? " " : "");
      flow.append(mapping ? member(indent, depth, i) : pairOrElement(indent, depth));
    }
    return flow.append(one(5) && entries > 0 ? " ," : "").append(mapping ? "}" : "]").toString();
  }

  private String member(int indent, int depth, int number) {
    String key = one(3) ? "\"k" + number + "\"" : "k" + number;
    return one(8) ? key : key + ": " + element(indent, depth);
  }

  private String element(int indent, int depth) {
    if (depth < MAX_DEPTH && one(4)) {
      return flow(indent, depth + 1);
    }
    return one(8) && !anchors.isEmpty() ? "*" + any(anchors) + " " : flowScalar(indent);
  }

  private String pairOrElement(int indent, int depth) {
    return rare && one(8)
        ? (one(2) ? "? q : " : "[q]: ") + flowScalar(indent)
        : rare && one(8) ? "q: " + flowScalar(-1) : element(indent, depth);
  }

  private String lineComment() {
    return (one(6) ? " # c: é" : one(10) ? "  " : "") + lineBreak;
  }

  private void commentLines(int indent) {
    if (one(8)) {
      pad(indent);
      text.append("# own line 'x").append(lineBreak);
    }
    if (one(10)) {
      text.append(lineBreak);
    }
  }

  private void pad(int indent) {
    text.append(" ".repeat(indent));
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
