package dev.digester.document.read;

import dev.digester.document.Document;
import dev.digester.document.DocumentReader;
import dev.digester.document.text.Chars;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;

/** Reads a text as what it is: JSON or YAML. */
public final class Documents {
  private static final DocumentReader JSON = new JsonReader();

  private Documents() {}

  /** Reads as {@link #read(SourceText, YamlParsing)} does, YAML by the scan. */
  public static Document read(SourceText source) {
    return read(source, YamlParsing.FAST);
  }

  /**
   * As JSON if the first character that is not white space is { or [ and all of the text is a JSON
   * value, else as YAML.
   *
   * @throws DocumentException if it is neither; it says what is wrong with it as YAML, which is
   *     close to a superset of JSON
   */
  public static Document read(SourceText source, YamlParsing parsing) {
    DocumentReader yaml = parsing.reader();
    if (!beginsAsJson(source)) {
      return yaml.read(source);
    }
    try {
      return JSON.read(source);
    } catch (DocumentException notJson) {
      return yaml.read(source);
    }
  }

  private static boolean beginsAsJson(SourceText source) {
    byte[] utf8 = source.utf8();
    int i = source.contentStart();
    while (i < utf8.length && (Chars.isWhite(utf8[i]) || Chars.isBreak(utf8[i]))) {
      i++;
    }
    return i < utf8.length && (utf8[i] == '{' || utf8[i] == '[');
  }
}
