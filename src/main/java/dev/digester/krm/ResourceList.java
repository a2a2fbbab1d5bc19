package dev.digester.krm;

import dev.digester.document.Document;
import java.util.List;
import java.util.Optional;

/**
 * What a KRM function is called with: resources, and the configuration of this run. Orchestrators
 * hand both over in one document of kind {@code ResourceList}; kustomize's plugins get a {@link
 * ResourceStream}.
 *
 * <p>Immutable. {@link ResultsSection} puts results into it.
 */
public sealed interface ResourceList permits ListDocument, ResourceStream {

  /**
   * Makes sure that a document is a list.
   *
   * @throws KrmException if the document is not one mapping of kind ResourceList whose items are
   *     mappings
   */
  static ResourceList of(Document document) {
    return ListDocument.of(document);
  }

  /** The text that holds the items. */
  Document document();

  /** The items in document order. */
  List<Resource> items();

  /** Not necessarily a part of {@link #document}. */
  Optional<FunctionConfig> functionConfig();

  /** Where an item, or a resource inside of one, came from, as far as the orchestrator says. */
  Optional<Origin> origin(Resource resource);

  /**
   * The same list after edits.
   *
   * @param edited what became of {@link #document}
   * @throws KrmException if it is no such list any more
   */
  ResourceList reread(Document edited);
}
