package dev.digester.krm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a result as an element of {@code results}: one line of JSON, or a block of YAML. The parts
 * and their order are those of the specification's schema: message, severity, resourceRef, field,
 * file, tags.
 */
final class ResultText {
  private ResultText() {}

  static String json(Result result, Optional<Origin> origin) {
    return JsonText.of(parts(result, origin));
  }

  /**
   * What stands in front of things.
   *
   * @param element of an element's first part
   * @param part of its other parts
   * @param member of a member of a part, on a new line
   * @param lineEnd how lines of the document end
   */
  record Layout(String element, String part, String member, String lineEnd) {
    /**
     * @param indent the blanks in front of an element's dash
     */
    static Layout of(String indent, String lineEnd) {
      return new Layout(indent + "- ", indent + "  ", lineEnd + indent + "    ", lineEnd);
    }
  }

  /** Adds an element to a text. */
  static void yaml(StringBuilder text, Result result, Optional<Origin> origin, Layout layout) {
    String before = layout.element();
    for (Map.Entry<String, Object> part : parts(result, origin).entrySet()) {
      text.append(before).append(part.getKey()).append(':');
      if (part.getValue() instanceof Map<?, ?> members) {
        members.forEach((name, value) ->
            text.append(layout.member())
                .append(YamlText.scalar(name))
                .append(": ")
                .append(YamlText.scalar(value)));
      } else {
        text.append(' ').append(YamlText.scalar(part.getValue()));
      }
      text.append(layout.lineEnd());
      before = layout.part();
    }
  }

  private static Map<String, Object> parts(Result result, Optional<Origin> origin) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("message", result.message());
    parts.put("severity", result.severity().toString());
    result.resource().ifPresent(resource -> parts.put("resourceRef", members(resource.ref())));
    result.field().ifPresent(field -> parts.put("field", members(field)));
    origin.ifPresent(file -> parts.put("file", members(file)));
    if (!result.tags().isEmpty()) {
      parts.put("tags", result.tags());
    }
    return parts;
  }

  private static Map<String, Object> members(ResourceRef ref) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("apiVersion", ref.apiVersion());
    members.put("kind", ref.kind());
    members.put("name", ref.name());
    ref.namespace().ifPresent(namespace -> members.put("namespace", namespace));
    return members;
  }

  private static Map<String, Object> members(Result.Field field) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("path", field.path());
    field.currentValue().ifPresent(value -> members.put("currentValue", value));
    field.proposedValue().ifPresent(value -> members.put("proposedValue", value));
    return members;
  }

  private static Map<String, Object> members(Origin file) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("path", file.path());
    members.put("index", file.index());
    return members;
  }
}
