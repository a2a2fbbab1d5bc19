package dev.digester.krm;

import dev.digester.document.read.Documents;
import dev.digester.document.text.SourceText;

/** Lists for tests. */
public final class Lists {
  public static final String HEAD = "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n";

  private Lists() {}

  /** A list read from text. */
  public static ResourceList of(String text) {
    return ResourceList.of(Documents.read(SourceText.of(text)));
  }

  /** A list of the items that the text below {@code items:} holds. */
  public static ResourceList items(String items) {
    return of(HEAD + "items:\n" + items);
  }
}
