package dev.digester.krm;

import dev.digester.document.Document;
import java.util.Optional;

/**
 * What a KRM function is called with: resources, and the configuration of this run. Orchestrators
 * hand both over in one document of kind {@code ResourceList}; kustomize's plugins get a {@link
 * ResourceStream}.
 *
 * <p>Immutable. {@link ResultsSection} puts results into it.
 */
public sealed interface ResourceList extends Resources permits ListDocument, ResourceStream {

  /**
   * Makes sure that a document is a list.
   *
   * @throws KrmException if the document is not one mapping of kind ResourceList whose items are
   *     mappings
   */
  static ResourceList of(Document document) {
    return ListDocument.of(document);
  }

  /** Not necessarily a part of {@link #document}. */
  Optional<FunctionConfig> functionConfig();

  @Override
  ResourceList reread(Document edited);
}
