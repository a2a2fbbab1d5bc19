package dev.digester.report;

/** Colours for terminals (ECMA-48, SGR), or none. */
public enum Palette {
  PLAIN,
  ANSI;

  /** What a word is coloured for. */
  public enum Tone {
    NORMAL(0),
    STRONG(1),
    FAINT(2),
    BAD(31),
    GOOD(32),
    WARNING(33),
    PLACE(36);

    private final int code;

    Tone(int code) {
      this.code = code;
    }
  }

  /** A string on one line, coloured. */
  public String paint(Tone tone, String text) {
    return this == PLAIN || tone == Tone.NORMAL || text.isEmpty()
        ? text
        : "\u001b[" + tone.code + "m" + text + "\u001b[0m";
  }
}
