package dev.digester.kustomization;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.document.Document;
import dev.digester.document.FieldPath;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.index.NodeKind;
import dev.digester.document.text.Edit;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes entries that {@code images} lacks, each in its place by name; old ones keep their order.
 */
final class NewEntries {
  private final Document document;
  private final NodeIndex index;
  private final SourceText source;
  private final Mapping root;

  NewEntries(Document document, Mapping root) {
    this.document = document;
    this.index = document.index();
    this.source = document.source();
    this.root = root;
  }

  /**
   * The edits.
   *
   * @param entries the lines of each new entry, by its name
   */
  List<Edit> of(SortedMap<String, List<String>> entries) {
    Optional<Sequence> images = root.sequence(Kustomization.IMAGES);
    if (images.isPresent() && !images.get().elements().isEmpty()) {
      return among(images.get(), entries);
    }
    return List.of(
        images.isPresent() || root.get(Kustomization.IMAGES).isPresent()
            ? inPlaceOfNothing(entries)
            : asLastKey(entries));
  }

  private List<Edit> among(Sequence images, SortedMap<String, List<String>> entries) {
    Map<Integer, List<List<String>>> byPosition = new TreeMap<>();
    entries.forEach((name, lines) ->
        byPosition.computeIfAbsent(position(images, name), _ -> new ArrayList<>()).add(lines));
    List<Edit> edits = new ArrayList<>();
    byPosition.forEach((position, lines) -> edits.add(at(images, position, lines)));
    return edits;
  }

  /** The position of the first entry that sorts after a name, else the number of entries. */
  private static int position(Sequence images, String name) {
    int position = 0;
    for (Node element : images.elements()) {
      boolean after =
          element instanceof Mapping entry
              && new KustomizationImage(entry, FieldPath.root())
                  .name()
                  .filter(other -> other.compareTo(name) > 0)
                  .isPresent();
      if (after) {
        return position;
      }
      position++;
    }
    return position;
  }

  private Edit at(Sequence images, int position, List<List<String>> entries) {
    List<Integer> slots = slots(images);
    boolean last = position == slots.size();
    if (images.kind() == NodeKind.FLOW_SEQUENCE) {
      String flow = flow(entries);
      int offset = last ? index.end(slots.getLast()) : start(slots.get(position));
      return new Edit(new Span(offset, offset), last ? ", " + flow : flow + ", ");
    }
    String indentation = " ".repeat(source.column(images.span().start()) - 1);
    String text = block(entries, indentation);
    if (last) {
      int end = index.end(slots.getLast());
      return lineAfter(end, text);
    }
    int offset = source.lineStart(firstComment(slots.get(position)));
    return new Edit(new Span(offset, offset), text);
  }

  /** Where an element begins, its anchor and tag included. */
  private int start(int slot) {
    int start = index.start(slot);
    start =
        index
            .anchor(slot)
            .map(Span::start)
            .map(at -> Math.min(at, index.start(slot)))
            .orElse(start);
    int begin = start;
    return index.tag(slot).map(Span::start).map(at -> Math.min(at, begin)).orElse(begin);
  }

  /** Where the comments above an element begin, or the element itself. */
  private int firstComment(int slot) {
    List<Span> comments = document.comments().head(slot);
    return comments.isEmpty() ? index.start(slot) : comments.getFirst().start();
  }

  private List<Integer> slots(Sequence sequence) {
    List<Integer> slots = new ArrayList<>();
    int end = index.next(sequence.id());
    for (int slot = sequence.id() + 1; slot < end; slot = index.next(slot)) {
      slots.add(slot);
    }
    return slots;
  }

  /** {@code images:} without a value, or an empty list. */
  private Edit inPlaceOfNothing(SortedMap<String, List<String>> entries) {
    for (Mapping.Entry pair : root.entries()) {
      if (pair.key() instanceof Scalar key && key.is(Kustomization.IMAGES)) {
        List<List<String>> lines = List.copyOf(entries.values());
        int end = index.end(pair.valueSlot());
        Span value = new Span(index.start(pair.valueSlot()), end);
        if (root.kind() == NodeKind.FLOW_MAPPING) {
          return new Edit(value, (value.length() == 0 ? " " : "") + "[" + flow(lines) + "]");
        }
        return blockInPlaceOf(pair, key, lines);
      }
    }
    throw new SetImageException("line " + root.line() + ": images is merged from another mapping");
  }

  /** The line break after an empty value is written again: an edit replaces what it surrounds. */
  private Edit blockInPlaceOf(Mapping.Entry pair, Scalar key, List<List<String>> lines) {
    int from = index.end(pair.keySlot());
    int end = index.end(pair.valueSlot());
    String between = source.text(new Span(from, index.start(pair.valueSlot()))).stripTrailing();
    int colon = from + between.getBytes(UTF_8).length;
    int next = source.nextLine(Math.max(colon, end));
    if (source.lineStart(next) != next) {
      throw new SetImageException("line " + key.line() + ": images has no value and no line end");
    }
    String comment = source.text(new Span(end, next)).strip();
    String indentation = " ".repeat(source.column(key.span().start()) - 1);
    String head = comment.isEmpty() ? "" : " " + comment;
    return new Edit(new Span(colon, next), head + source.lineEnd() + block(lines, indentation));
  }

  private Edit asLastKey(SortedMap<String, List<String>> entries) {
    List<List<String>> lines = List.copyOf(entries.values());
    int end = index.end(root.entries().getLast().valueSlot());
    if (root.kind() == NodeKind.FLOW_MAPPING) {
      String key = document.isJson() ? "\"images\"" : "images";
      return new Edit(new Span(end, end), ", " + key + ": [" + flow(lines) + "]");
    }
    String indentation = " ".repeat(source.column(root.span().start()) - 1);
    return lineAfter(end, indentation + "images:" + source.lineEnd() + block(lines, indentation));
  }

  /** Whole lines after the line of an offset. */
  private Edit lineAfter(int end, String text) {
    int at = end > 0 && source.lineStart(end) == end ? end : source.nextLine(end);
    boolean unfinished = at > 0 && source.lineStart(at) != at;
    return new Edit(new Span(at, at), unfinished ? source.lineEnd() + text.stripTrailing() : text);
  }

  private String block(List<List<String>> entries, String indentation) {
    StringBuilder text = new StringBuilder();
    for (List<String> lines : entries) {
      String lead = "- ";
      for (String line : lines) {
        text.append(indentation).append(lead).append(line).append(source.lineEnd());
        lead = "  ";
      }
    }
    return text.toString();
  }

  private String flow(List<List<String>> entries) {
    List<String> written = new ArrayList<>();
    for (List<String> lines : entries) {
      List<String> pairs =
          document.isJson() ? lines.stream().map(NewEntries::json).toList() : lines;
      written.add("{" + String.join(", ", pairs) + "}");
    }
    return String.join(", ", written);
  }

  private static String json(String pair) {
    int colon = pair.indexOf(": ");
    String value = pair.substring(colon + 2);
    String quoted = value.startsWith("\"") ? value : "\"" + value + "\"";
    return "\"" + pair.substring(0, colon) + "\": " + quoted;
  }
}
