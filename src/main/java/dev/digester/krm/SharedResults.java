package dev.digester.krm;

import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.text.Edit;
import dev.digester.document.text.SourceText;
import java.util.List;

/**
 * A {@code results} section with anchors that aliases elsewhere in the list name: it cannot move to
 * the end of the list, so more results are added where it is.
 */
final class SharedResults {
  private final ListDocument list;
  private final Mapping.Entry present;

  SharedResults(ListDocument list, Mapping.Entry present) {
    this.list = list;
    this.present = present;
  }

  /**
   * Adds elements.
   *
   * @throws KrmException if the section is written so that none can be added in its place
   */
  List<Edit> more(List<Result> results) {
    Node value = present.value();
    FlowForm flow = new FlowForm(list);
    if (flow.continues(value)) {
      return flow.more(value, results);
    }
    return switch (value.kind()) {
      case BLOCK_SEQUENCE -> new BlockForm(list).elementsAt(behind(value), value, results);
      default ->
          throw new KrmException(
              present.key().line(),
              "an alias elsewhere names an anchor in the results of the list, which must move to"
                  + " its end: write the value in place of the alias");
    };
  }

  /** The line after the section. */
  private int behind(Node value) {
    SourceText source = list.document().source();
    int end = value.span().end();
    return source.lineStart(end) == end ? end : source.nextLine(end);
  }
}
