package dev.digester.setters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.document.Comments;
import dev.digester.document.Document;
import dev.digester.document.Edit;
import dev.digester.document.FieldPath;
import dev.digester.document.Node;
import dev.digester.document.NodeIndex;
import dev.digester.document.NodeKind;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.document.SourceText;
import dev.digester.document.Span;
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

  /** The comment that is wanted behind a slot. */
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
    String value = scalar.value();
    Optional<String> pattern = value.indexOf('\n') < 0 ? values.pattern(value) : Optional.empty();
    FieldPath path =
        pattern.isPresent()
            ? FieldPath.below(document, item.node().id(), scalar.id())
            : FieldPath.root();
    if (pattern.isEmpty() || Orchestrator.owns(path)) {
      return Optional.empty();
    }
    String comment = SetterField.MARKER + pattern.get();
    Result.Field field = Result.Field.read(path.toString(), value);
    results.add(added(comment, value).on(item).at(field, scalar));
    return Optional.of(comment);
  }

  private static Result added(String comment, String value) {
    return Result.info(
        "Added line comment %s for field with value %s"
            .formatted(GoText.quoted(comment.substring(2)), GoText.quoted(value)));
  }

  void list(Resource item, int slot) {
    Sequence list = new Sequence(document, slot);
    List<String> elements = ArrayElement.read(list);
    boolean flow = list.kind() == NodeKind.FLOW_SEQUENCE && !elements.isEmpty();
    Optional<String> comment = flow && !isMovable(list) ? Optional.empty() : commentOf(item, list);
    if (flow) {
      boolean wanted = comment.isPresent() || elements.stream().anyMatch(values::areIn);
      if (wanted && isMovable(list)) {
        block(item, list, comment);
      }
    } else if (list.kind() == NodeKind.FLOW_SEQUENCE) {
      comment.ifPresent(text -> write(slot, list.span().end(), text));
    } else {
      comment.ifPresent(text -> write(slot - 1, endOfLine(index.end(slot - 1)), text));
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
      String path = FieldPath.below(document, item.node().id(), list.id()).toString();
      results.add(added(text, shown).on(item).at(Result.Field.read(path, shown), list));
    });
    return comment;
  }

  /** Whether the elements of a flow list can be written on lines of their own as they are. */
  private boolean isMovable(Sequence list) {
    boolean movable = !source.text(list.span()).contains("\n");
    for (int slot = list.id() + 1; slot < index.next(list.id()); slot++) {
      boolean plain = index.anchor(slot).isEmpty() && index.tag(slot).isEmpty();
      movable &= plain && index.kind(slot) != NodeKind.ALIAS && index.span(slot).length() > 0;
    }
    return movable;
  }

  /** A flow list as a block list with its comment behind the key, and those of its elements. */
  private void block(Resource item, Sequence list, Optional<String> comment) {
    List<List<String>> lines = new ArrayList<>();
    for (Node element : list.elements()) {
      Optional<String> own =
          element instanceof Scalar scalar ? commentOf(item, scalar) : Optional.empty();
      own.ifPresent(text -> wanted.put(element.id(), text));
      lines.add(List.of(source.text(element.span()) + own.map(text -> " " + text).orElse("")));
    }
    int key = list.id() - 1;
    comment.ifPresent(text -> wanted.put(key, text));
    Optional<Span> old = comments.line(list.id());
    String head = comment.or(() -> old.map(source::text)).orElse("");
    String indent = " ".repeat(source.column(index.start(key)) - 1);
    String block = new BlockList(indent, source.lineEnd()).text(lines);
    int start = list.span().start();
    boolean blank = head.isEmpty() && source.text(new Span(start - 1, start)).equals(" ");
    Span span = new Span(blank ? start - 1 : start, old.map(Span::end).orElse(list.span().end()));
    edits.add(new Edit(span, head + source.lineEnd() + indent + block));
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

  /** Behind the last character of a line that is no white space. */
  private int endOfLine(int offset) {
    String rest = source.text(new Span(offset, source.nextLine(offset))).stripTrailing();
    return offset + rest.getBytes(UTF_8).length;
  }
}
