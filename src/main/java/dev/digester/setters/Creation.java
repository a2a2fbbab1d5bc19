package dev.digester.setters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.document.Comments;
import dev.digester.document.Document;
import dev.digester.document.FieldPath;
import dev.digester.document.Node;
import dev.digester.document.NodePath;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.index.NodeKind;
import dev.digester.document.text.Edit;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import dev.digester.krm.Resource;
import dev.digester.krm.Result;
import dev.digester.pipeline.Plan;
import dev.digester.pipeline.Rewrite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the comments of a list's fields. The nodes of the list stay as they are. */
final class Creation {
  private final FieldValues values;
  private final Document document;
  private final SourceText source;
  private final NodeIndex index;
  private final Comments comments;
  private final List<Edit> edits = new ArrayList<>();
  private final List<Result> results = new ArrayList<>();

  /** The comment that is wanted after a slot. */
  private final Map<Integer, String> wanted = new LinkedHashMap<>();

  Creation(Document document, FieldValues values) {
    this.document = document;
    this.values = values;
    this.source = document.source();
    this.index = document.index();
    this.comments = document.comments();
  }

  Plan plan() {
    return new Plan(List.of(), new Rewrite(edits, this::isDone), results);
  }

  private boolean isDone(Document edited) {
    Comments now = edited.comments();
    return wanted.entrySet().stream()
        .allMatch(entry ->
            now.line(entry.getKey()).map(edited.source()::text).map(String::strip).stream()
                .anyMatch(entry.getValue()::equals));
  }

  void scalar(Resource item, Scalar scalar) {
    commentOf(item, scalar)
        .ifPresent(comment -> {
          boolean block = scalar.kind() == NodeKind.LITERAL || scalar.kind() == NodeKind.FOLDED;
          write(
              scalar.id(), block ? endOfLine(scalar.span().start()) : scalar.span().end(), comment);
        });
  }

  /** Reports the comment that a scalar should have. */
  private Optional<String> commentOf(Resource item, Scalar scalar) {
    Optional<String> pattern = pattern(scalar);
    FieldPath path =
        pattern.isPresent()
            ? NodePath.below(document, item.node().id(), scalar.id())
            : FieldPath.root();
    if (pattern.isEmpty() || Orchestrator.owns(path)) {
      return Optional.empty();
    }
    String comment = SetterField.MARKER + pattern.get();
    Result.Field field = Result.Field.read(path.toString(), scalar.value());
    results.add(added(comment, scalar.value()).on(item, field, scalar));
    return Optional.of(comment);
  }

  private Optional<String> pattern(Scalar scalar) {
    return Optional.of(scalar.value())
        .filter(value -> value.indexOf('\n') < 0)
        .flatMap(values::pattern);
  }

  private static Result added(String comment, String value) {
    return Result.info(
        "Added line comment %s for field with value %s"
            .formatted(GoText.quoted(comment.substring(2)), GoText.quoted(value)));
  }

  void list(Resource item, int slot) {
    Sequence list = new Sequence(document, slot);
    if (list.kind() == NodeKind.BLOCK_SEQUENCE) {
      commentOf(item, list)
          .ifPresent(text -> write(slot - 1, endOfLine(index.end(slot - 1)), text));
    } else if (list.elements().isEmpty()) {
      commentOf(item, list).ifPresent(text -> write(slot, list.span().end(), text));
    } else {
      FlowList flow = new FlowList(list);
      if (flow.canBeBlock() && flow.isMovable()) {
        flow(item, list, flow);
      }
    }
  }

  /** A list or an element of it that gets a comment needs lines for it. */
  private void flow(Resource item, Sequence list, FlowList flow) {
    Optional<String> comment = commentOf(item, list);
    boolean elements =
        list.elements().stream()
            .anyMatch(element -> element instanceof Scalar scalar && pattern(scalar).isPresent());
    if (comment.isPresent() || elements) {
      edits.add(flow.toBlock(head(list, comment), lines(item, list)));
    }
  }

  /** Reports the comment that a list should have. */
  private Optional<String> commentOf(Resource item, Sequence list) {
    List<String> elements = FieldValues.inOrder(ArrayElement.read(list));
    Optional<String> comment =
        values
            .list(elements)
            .map(setter -> SetterField.MARKER + SetterPattern.placeholder(setter.name()));
    comment.ifPresent(text -> {
      String shown = "[" + String.join(" ", elements) + "]";
      String path = NodePath.below(document, item.node().id(), list.id()).toString();
      results.add(added(text, shown).on(item, Result.Field.read(path, shown), list));
    });
    return comment;
  }

  /** The comment after the key: the wanted one, or that of the flow list. */
  private String head(Sequence list, Optional<String> comment) {
    comment.ifPresent(text -> wanted.put(list.id() - 1, text));
    return comment.or(() -> comments.line(list.id()).map(source::text)).orElse("");
  }

  /** The elements as they are, with their own comments. */
  private List<List<String>> lines(Resource item, Sequence list) {
    List<List<String>> lines = new ArrayList<>();
    for (Node element : list.elements()) {
      Optional<String> own =
          element instanceof Scalar scalar ? commentOf(item, scalar) : Optional.empty();
      own.ifPresent(text -> wanted.put(element.id(), text));
      lines.add(List.of(source.text(element.span()) + own.map(text -> " " + text).orElse("")));
    }
    return lines;
  }

  private void write(int slot, int end, String comment) {
    Optional<Span> old = comments.line(slot);
    wanted.put(slot, comment);
    if (old.isEmpty()) {
      edits.add(new Edit(new Span(end, endOfBlanks(end)), " " + comment));
    } else if (!source.text(old.get()).strip().equals(comment)) {
      edits.add(new Edit(old.get(), comment));
    }
  }

  /** Where the white space that begins at an offset ends. */
  private int endOfBlanks(int offset) {
    String rest = source.text(new Span(offset, source.nextLine(offset)));
    int blanks = 0;
    while (blanks < rest.length() && (rest.charAt(blanks) == ' ' || rest.charAt(blanks) == '\t')) {
      blanks++;
    }
    return offset + blanks;
  }

  /** After the last character of a line that is not white space. */
  private int endOfLine(int offset) {
    String rest = source.text(new Span(offset, source.nextLine(offset))).stripTrailing();
    return offset + rest.getBytes(UTF_8).length;
  }
}
