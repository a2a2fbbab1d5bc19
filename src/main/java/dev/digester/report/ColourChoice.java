package dev.digester.report;

import java.util.Map;
import java.util.Optional;

/** When to use colours: the values of {@code --color}. */
public enum ColourChoice {
  AUTO,
  ALWAYS,
  NEVER;

  /** The choice that a word names; empty where it names none. */
  public static Optional<ColourChoice> of(String word) {
    return switch (word) {
      case "auto" -> Optional.of(AUTO);
      case "always" -> Optional.of(ALWAYS);
      case "never" -> Optional.of(NEVER);
      default -> Optional.empty();
    };
  }

  /**
   * The colours to use. {@code auto} means: on a terminal that is not {@code dumb}, unless {@code
   * NO_COLOR} is set to anything but nothing (<a href="https://no-color.org">no-color.org</a>).
   */
  public Palette palette(boolean onTerminal, Map<String, String> environment) {
    return switch (this) {
      case ALWAYS -> Palette.ANSI;
      case NEVER -> Palette.PLAIN;
      case AUTO ->
          onTerminal
                  && environment.getOrDefault("NO_COLOR", "").isEmpty()
                  && !environment.getOrDefault("TERM", "").equals("dumb")
              ? Palette.ANSI
              : Palette.PLAIN;
    };
  }
}
