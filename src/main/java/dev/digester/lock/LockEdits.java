package dev.digester.lock;

import dev.digester.document.Document;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.document.proof.DocumentEdit;
import dev.digester.document.text.Edit;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes the edits that put entries into a lock and take others away. What is neither stays byte for
 * byte.
 */
public final class LockEdits {
  private static final Comparator<String> ORDER = Comparator.naturalOrder();

  private final ImageLock lock;
  private final SourceText source;
  private final Map<String, LockEntry> added = new TreeMap<>(ORDER);
  private final List<Edit> edits = new ArrayList<>();
  private final Set<String> removed = new HashSet<>();

  private LockEdits(ImageLock lock) {
    this.lock = lock;
    this.source = lock.root().document().source();
  }

  /**
   * The edits of the document that the lock was read from.
   *
   * @param put what should be there: an entry of the same image gets the digest, a new one its
   *     sorted place
   * @param gone the entries that are taken away, with the comments directly above them
   */
  public static List<Edit> of(
      ImageLock lock, Collection<LockEntry> put, Collection<LockEntry> gone) {
    return new LockEdits(lock).make(put, gone);
  }

  /** The text of the lock after the edits. */
  public static String text(ImageLock lock, Collection<LockEntry> put, Collection<LockEntry> gone) {
    Document document = lock.root().document();
    Document edited =
        DocumentEdit.of(document, List.of(), of(lock, put, gone))
            .apply(after -> says(lock.path(), after, put));
    SourceText text = edited.source();
    return text.text(new Span(0, text.length()));
  }

  /** The text of a new lock. */
  public static String fresh(Collection<LockEntry> entries) {
    String head =
        """
        apiVersion: digester.dev/v1alpha1
        kind: ImageLock
        metadata:
          name: images
          annotations:
            config.kubernetes.io/local-config: "true"
        images: []
        """;
    ImageLock empty = ImageLock.read("images.lock.yaml", head);
    return entries.isEmpty() ? head : text(empty, entries, List.of());
  }

  private static boolean says(String path, Document edited, Collection<LockEntry> put) {
    return edited.roots().stream()
        .filter(Mapping.class::isInstance)
        .map(root -> ImageLock.of(path, (Mapping) root))
        .anyMatch(lock ->
            put.stream()
                .allMatch(entry ->
                    lock.find(entry.name())
                        .filter(found -> found.digest().equals(entry.digest()))
                        .isPresent()));
  }

  private List<Edit> make(Collection<LockEntry> put, Collection<LockEntry> gone) {
    gone.forEach(entry -> removed.add(entry.canonical()));
    for (LockEntry entry : put) {
      ImageLock.Written written = lock.written().get(entry.canonical());
      if (written == null) {
        added.put(entry.canonical(), entry);
      } else if (!removed.contains(entry.canonical())) {
        edits.addAll(new EntryEdit(written, entry).edits());
      }
    }
    if (!added.isEmpty() || !removed.isEmpty()) {
      list();
    }
    return edits;
  }

  private void list() {
    Optional<Node> images = lock.root().get(LockReader.IMAGES);
    if (images.isPresent() && images.get() instanceof Sequence sequence) {
      if (!sequence.kind().isFlow()) {
        new BlockElements(sequence).edit();
      } else if (sequence.elements().isEmpty() && !lock.root().kind().isFlow()) {
        begin(sequence);
      } else {
        edits.add(new Edit(sequence.span(), flow(sequence)));
      }
    } else if (!added.isEmpty()) {
      create(images);
    }
  }

  private void create(Optional<Node> images) {
    Mapping root = lock.root();
    if (images.isPresent()) {
      begin(images.get());
    } else if (root.kind().isFlow()) {
      int end = root.span().end() - 1;
      String entries =
          added.values().stream().map(EntryText::flow).collect(Collectors.joining(", "));
      edits.add(new Edit(new Span(end, end), ", \"images\": [" + entries + "]"));
    } else {
      String indent = " ".repeat(source.column(root.span().start()) - 1);
      insertLines(
          source.nextLine(EntryEdit.lastByte(root)),
          indent + "images:" + source.lineEnd() + lines(added.values(), indent));
    }
  }

  /** Lets the first entries take the place of a value that holds none, on the lines below it. */
  private void begin(Node nothing) {
    String indent = " ".repeat(source.column(keyStart()) - 1);
    int start = nothing.span().start();
    int next = source.nextLine(start);
    String rest = source.text(new Span(nothing.span().end(), next)).stripTrailing();
    String text = rest + source.lineEnd() + lines(added.values(), indent);
    boolean open = source.line(next) == source.line(start);
    int length = text.length() - (open ? source.lineEnd().length() : 0);
    int from = rest.isEmpty() ? start - blanksBefore(start) : start;
    edits.add(new Edit(new Span(from, next), text.substring(0, length)));
  }

  private int blanksBefore(int offset) {
    String before = source.text(new Span(source.lineStart(offset), offset));
    return before.length() - before.stripTrailing().length();
  }

  private int keyStart() {
    for (Mapping.Entry entry : lock.root().entries()) {
      if (entry.key() instanceof Scalar scalar && scalar.is(LockReader.IMAGES)) {
        return scalar.span().start();
      }
    }
    throw new IllegalStateException("'images' is merged into the lock");
  }

  private String lines(Collection<LockEntry> entries, String indent) {
    return entries.stream()
        .map(entry -> EntryText.block(entry, indent, source.lineEnd()))
        .collect(Collectors.joining());
  }

  /** Inserts whole lines; where the last line of the text has no end, the new ones have none. */
  private void insertLines(int at, String lines) {
    edits.add(new Edit(new Span(at, at), fitting(at, lines)));
  }

  private String fitting(int at, String lines) {
    String lineEnd = source.lineEnd();
    boolean open = at == source.length() && at > 0 && source.lineStart(at) < at;
    return open ? lineEnd + lines.substring(0, lines.length() - lineEnd.length()) : lines;
  }

  private String flow(Sequence sequence) {
    List<String> texts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Node element : sequence.elements()) {
      String name = canonical(element);
      if (!removed.contains(name)) {
        names.add(name);
        texts.add(element.document().source().text(element.span()));
      }
    }
    added.forEach((name, entry) -> {
      int at = place(names, name);
      names.add(at, name);
      texts.add(at, EntryText.flow(entry));
    });
    return "[" + String.join(", ", texts) + "]";
  }

  /** Before the first entry that is greater; at the end where none is. */
  private static int place(List<String> names, String name) {
    int at = 0;
    while (at < names.size() && ORDER.compare(names.get(at), name) < 0) {
      at++;
    }
    return at;
  }

  private static String canonical(Node element) {
    return element instanceof Mapping mapping
        ? mapping
            .text(LockReader.NAME)
            .map(name -> dev.digester.reference.ImageReference.parse(name).canonical())
            .orElse("")
        : "";
  }

  /** A list of which each element has lines of its own. */
  private final class BlockElements {
    private final List<Node> elements;
    private final List<Span> lines;
    private final List<String> names;
    private final Map<Integer, List<LockEntry>> before = new TreeMap<>();
    private final String indent;

    BlockElements(Sequence sequence) {
      elements = List.copyOf(sequence.elements());
      ElementLines own = new ElementLines(source);
      lines = own.of(elements);
      indent = own.indent(elements.getFirst());
      names = elements.stream().map(LockEdits::canonical).toList();
    }

    void edit() {
      if (added.isEmpty() && removed.containsAll(names)) {
        empty();
        return;
      }
      added.forEach((name, entry) ->
          before.computeIfAbsent(place(names, name), _ -> new ArrayList<>()).add(entry));
      for (int i = 0; i < elements.size(); i++) {
        edit(i);
      }
      if (before.containsKey(0) || removed.contains(names.getFirst())) {
        join();
      }
    }

    /** Where the list begins elsewhere afterwards, one edit replaces all of it. */
    private void join() {
      Span all = new Span(lines.getFirst().start(), lines.getLast().end());
      List<Edit> ordered = new ArrayList<>(edits);
      ordered.sort(Comparator.comparingInt(edit -> edit.span().start()));
      StringBuilder text = new StringBuilder();
      int done = all.start();
      for (Edit edit : ordered) {
        text.append(source.text(new Span(done, edit.span().start()))).append(edit.text());
        done = edit.span().end();
      }
      text.append(source.text(new Span(done, all.end())));
      edits.clear();
      edits.add(new Edit(all, text.toString()));
    }

    private void edit(int i) {
      boolean last = i == elements.size() - 1;
      String above = lines(before.getOrDefault(i, List.of()), indent);
      String below = last ? lines(before.getOrDefault(i + 1, List.of()), indent) : "";
      Span own = lines.get(i);
      if (removed.contains(names.get(i))) {
        edits.add(new Edit(own, above + below));
        return;
      }
      if (!above.isEmpty()) {
        edits.add(new Edit(new Span(own.start(), own.start()), above));
      }
      if (!below.isEmpty()) {
        insertLines(own.end(), below);
      }
    }

    private void empty() {
      int start = lines.getFirst().start();
      Span all = new Span(start - source.lineEnd().length(), lines.getLast().end());
      edits.add(new Edit(all, " []" + source.lineEnd()));
    }
  }
}
