package dev.digester.demo;

import java.util.stream.Collectors;

/** Colours for terminals (ECMA-48, SGR), the ones that git uses. */
enum Colour {
  PLAIN {
    @Override
    String diff(String text) {
      return text;
    }
  },
  ANSI {
    @Override
    String diff(String text) {
      return text.lines()
          .map(line -> "\u001b[" + code(line) + "m" + line + "\u001b[0m\n")
          .collect(Collectors.joining());
    }
  };

  /** The text of a unified diff in colours. */
  abstract String diff(String text);

  private static int code(String line) {
    if (line.startsWith("--- ") || line.startsWith("+++ ")) {
      return 1; // bold
    }
    return switch (line.charAt(0)) {
      case '-' -> 31; // red
      case '+' -> 32; // green
      case '@' -> 36; // cyan
      default -> 0;
    };
  }
}
