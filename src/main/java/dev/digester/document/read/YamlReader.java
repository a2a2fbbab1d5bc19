package dev.digester.document.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.document.Comments;
import dev.digester.document.Document;
import dev.digester.document.DocumentReader;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a YAML 1.2 stream with snakeyaml-engine's events.
 *
 * <p>Comments are none of its events: with them switched on, the engine refuses some valid YAML.
 * They are found in the gaps between spans ({@link Comments}).
 */
public final class YamlReader implements DocumentReader {
  /** snakeyaml-engine stops at 3 MiB unless told otherwise; {@link SourceText} has the bound. */
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setParseComments(false).setCodePointLimit(Integer.MAX_VALUE).build();

  @Override
  public Document read(SourceText source) {
    int unprintable = source.firstUnprintable();
    if (unprintable >= 0) {
      throw new DocumentException(
          source.line(unprintable), "it holds a control character that YAML does not allow");
    }
    int start = source.contentStart();
    YamlEvents events = new YamlEvents(source, start);
    ByteArrayInputStream bytes =
        new ByteArrayInputStream(source.utf8(), start, source.length() - start);
    try {
      for (Event event : new Parse(SETTINGS).parseReader(new InputStreamReader(bytes, UTF_8))) {
        events.accept(event);
      }
    } catch (YamlEngineException e) {
      throw SyntaxReason.of(e, events).at(source);
    } catch (NumberFormatException e) {
      // The engine lets it out for an escape whose digits end with the text, or are too large a
      // number.
      throw new SyntaxReason(events.reached(), "a backslash begins an unknown escape").at(source);
    }
    return new Document(source, events.index(), this);
  }
}
