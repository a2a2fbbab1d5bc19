package dev.digester.krm;

import dev.digester.document.Document;
import java.util.List;
import java.util.Optional;

/**
 * Resources that are parts of one text: the items of a ResourceList, the documents of a file, the
 * object of an admission review. A stage looks at them and plans; anyone who runs the stages
 * decides what becomes of the text.
 *
 * <p>Immutable. Open: a new kind of input implements it and needs nothing else to be pinned.
 */
public interface Resources {
  /** The text that holds the resources. */
  Document document();

  /** The resources in document order; those inside a {@code kind: List} are parts of it. */
  List<Resource> items();

  /** Where a resource, or a resource inside of one, came from, if that is known. */
  Optional<Origin> origin(Resource resource);

  /**
   * The same resources after edits.
   *
   * @param edited what became of {@link #document}
   * @throws KrmException if the text no longer holds such resources
   */
  Resources reread(Document edited);
}
