package dev.digester.krm;

import dev.digester.document.Document;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.text.Edit;
import dev.digester.document.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The {@code results} of a list: its last key, a block list in the column of the list's keys (in
 * JSON and flow style the last member). The results that the list brought along stay, in front.
 */
public final class ResultsSection {
  private static final Key RESULTS = Key.of("results");

  /** Functions of kyaml up to 0.12 wrap their results: {@code {name: …, items: […]}}. */
  private static final Key WRAPPED = Key.of("items");

  private final Optional<ListDocument> list;
  private final List<Result> results;

  /**
   * The section of a list; other resources have none.
   *
   * @param results in the order in which they are to stand
   */
  public ResultsSection(Resources list, List<Result> results) {
    this.list = list instanceof ListDocument document ? Optional.of(document) : Optional.empty();
    this.results = List.copyOf(results);
  }

  /** Whether the list has no section yet. */
  public boolean isNew() {
    return list.flatMap(before -> before.root().get(RESULTS)).isEmpty();
  }

  /**
   * Whether a document, edited, has the section with all results in it.
   *
   * @param edited for a section that is new an excerpt of the list is enough
   */
  public boolean isIn(Document edited) {
    return results.isEmpty() || list.stream().allMatch(before -> isIn(edited, before.root()));
  }

  private boolean isIn(Document edited, Mapping root) {
    int kept = root.get(RESULTS).map(present -> kept(present).size()).orElse(0);
    return edited.roots().stream().anyMatch(list -> count(list) == kept + results.size());
  }

  private static int count(Node list) {
    return list instanceof Mapping mapping
        ? mapping.sequence(RESULTS).map(section -> section.elements().size()).orElse(0)
        : 0;
  }

  /** What puts the results into the list; nothing where there are none. */
  public List<Edit> edits() {
    return results.isEmpty() ? List.of() : list.map(this::edits).orElseGet(List::of);
  }

  private List<Edit> edits(ListDocument before) {
    Mapping root = before.root();
    List<Mapping.Entry> entries = root.entries();
    Optional<Mapping.Entry> present =
        entries.stream().filter(entry -> isResults(entry)).reduce((first, second) -> second);
    Form form = root.kind().isFlow() ? new FlowForm(before) : new BlockForm(before);
    if (present.isEmpty()) {
      return form.section(entries, List.of(), results);
    }
    boolean last = entries.getLast().equals(present.get());
    if (last && form.continues(present.get().value())) {
      return form.more(present.get().value(), results);
    }
    return isShared(present.get())
        ? new SharedResults(before, present.get()).more(results)
        : moved(entries, present.get(), form);
  }

  private static boolean isResults(Mapping.Entry entry) {
    return entry.key() instanceof Scalar key && key.is(RESULTS);
  }

  /** Whether aliases elsewhere name anchors of the section, so that it has to stay where it is. */
  private static boolean isShared(Mapping.Entry present) {
    NodeIndex index = present.key().document().index();
    int end = index.next(present.valueSlot());
    return IntStream.range(0, index.size())
        .filter(slot -> slot < present.keySlot() || slot >= end)
        .map(index::resolve)
        .anyMatch(target -> target >= present.keySlot() && target < end);
  }

  /** Takes the present section away and rewrites all of it after the last key. */
  private List<Edit> moved(List<Mapping.Entry> entries, Mapping.Entry present, Form form) {
    List<Mapping.Entry> others = new ArrayList<>(entries);
    int at = others.indexOf(present);
    others.remove(at);
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit(form.entry(entries, at), ""));
    edits.addAll(form.section(others, kept(present.value()), results));
    return edits;
  }

  /** The elements of the present section, each as one line of JSON. */
  private static List<String> kept(Node value) {
    Node elements = value instanceof Mapping wrapped ? wrapped.get(WRAPPED).orElse(value) : value;
    return elements instanceof Sequence sequence
        ? sequence.elements().stream().map(NodeText::json).toList()
        : List.of();
  }

  /** How the list is written. */
  interface Form {
    /** Inserts a whole section after the entries. */
    List<Edit> section(List<Mapping.Entry> entries, List<String> kept, List<Result> results);

    /** Whether elements can be added at the end of a present section without touching it. */
    boolean continues(Node present);

    /** Adds elements at the end of a present section. */
    List<Edit> more(Node present, List<Result> results);

    /** What has to go for an entry to go. */
    Span entry(List<Mapping.Entry> entries, int at);
  }
}
