package dev.digester.document.read;

import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/**
 * A syntax error in words of a user: snakeyaml-engine's speak of tokens and span several lines.
 *
 * @param offset where, in bytes
 */
record SyntaxReason(int offset, String reason) {
  private static final String OTHER = "it is not well-formed YAML";

  /**
   * What the engine says is the problem, by its beginning, and what that means. First match wins.
   */
  private static final List<Map.Entry<String, String>> WORDS =
      List.of(
          Map.entry(
              "mapping values are not allowed here",
              "a ':' is not expected here: is a line indented wrongly, or does a value with ': '"
                  + " lack its quotes?"),
          Map.entry("sequence entries are not allowed", "a '- ' entry is not allowed here"),
          Map.entry("found character '\\t", "a tab is used for indentation: use spaces"),
          Map.entry("could not find expected ':'", "a ':' is missing after a key"),
          Map.entry(
              "found unexpected end of stream", "a quoted value begins here that is not closed"),
          Map.entry(
              "found unexpected document separator",
              "a quoted value begins here that is not closed"),
          Map.entry("found unknown escape character", "a backslash begins an unknown escape"),
          Map.entry("found undefined tag handle", "a tag uses a handle that is not declared"),
          Map.entry("found duplicate anchor", "a node has two anchors"),
          Map.entry("expected chomping or indentation", "a '|' or '>' is followed by other text"),
          Map.entry("expected ',' or ']'", "a '[' is not closed, or a ',' is missing"),
          Map.entry("expected ',' or '}'", "a '{' is not closed, or a ',' is missing"),
          Map.entry(
              "expected <block end>",
              "the line does not fit what is before it: is it" + " indented wrongly?"),
          Map.entry("expected '<document start>'", "text follows the end of the document"),
          Map.entry(
              "expected the node content", "a value is missing, or a bracket or ',' is wrong"),
          Map.entry("found character '", "a value begins with a character that needs quotes"),
          Map.entry("found duplicate YAML directive", "there are two %YAML directives"));

  static SyntaxReason of(YamlEngineException e, YamlEvents events) {
    if (e instanceof MarkedYamlEngineException marked) {
      String problem = Objects.requireNonNullElse(marked.getProblem(), "");
      Optional<Mark> mark =
          isUnfinished(problem) ? marked.getContextMark() : marked.getProblemMark();
      int offset = mark.or(marked::getProblemMark).map(events::offset).orElse(0);
      return new SyntaxReason(offset, words(problem));
    }
    if (e instanceof YamlVersionException) {
      return new SyntaxReason(0, "it asks for a YAML version that is not 1.x");
    }
    return new SyntaxReason(0, OTHER);
  }

  /** Whether something begins that does not end: its beginning is the line to look at. */
  private static boolean isUnfinished(String problem) {
    return problem.startsWith("could not find expected ':'")
        || problem.startsWith("found unexpected end of stream")
        || problem.startsWith("found unexpected document separator")
        || problem.contains("<stream end>");
  }

  private static String words(String problem) {
    return WORDS.stream()
        .filter(entry -> problem.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(OTHER);
  }

  DocumentException at(SourceText source) {
    return new DocumentException(source.line(Math.min(offset, source.length())), reason);
  }
}
