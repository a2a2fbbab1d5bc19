package dev.digester.workspace;

import dev.digester.config.LabelSelector;
import dev.digester.document.Document;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.read.Documents;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import dev.digester.krm.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The documents of files as one stream that {@code kubectl apply -f -} takes: the bytes of each
 * document as they are, and {@code ---} between documents.
 *
 * @param text the stream
 * @param leftOut what is not in it and why, a line each
 */
public record PrintedDocuments(String text, List<String> leftOut) {
  private static final Set<String> NOT_FOR_CLUSTERS =
      Set.of("Kustomization", "Component", "Kptfile");
  private static final String OWN_GROUP = "digester.dev";
  private static final String SEPARATOR = "---\n";
  private static final Key METADATA = Key.of("metadata");
  private static final Key LABELS = Key.of("labels");

  public PrintedDocuments {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Prints files.
   *
   * @param wanted which documents, by their labels; all where it is empty
   */
  public static PrintedDocuments of(List<PlannedFile> files, Optional<LabelSelector> wanted) {
    StringBuilder text = new StringBuilder();
    Set<String> leftOut = new LinkedHashSet<>();
    for (PlannedFile file : files) {
      Document document = Documents.read(file.text().apply());
      for (Node root : document.roots()) {
        Optional<String> reason = reason(file, root);
        if (reason.isPresent()) {
          leftOut.add(reason.get());
        } else if (root instanceof Mapping mapping && matches(mapping, wanted)) {
          text.append(text.isEmpty() ? "" : SEPARATOR).append(chunk(document, root));
        }
      }
    }
    return new PrintedDocuments(text.toString(), new ArrayList<>(leftOut));
  }

  /** Why a document is not printed; empty documents are passed over without a word. */
  private static Optional<String> reason(PlannedFile file, Node root) {
    String place = file.file().path() + ":" + root.line() + ": left out, ";
    if (root instanceof Scalar scalar && scalar.isNull()) {
      return Optional.empty();
    }
    if (!(root instanceof Mapping mapping)) {
      return Optional.of(place + "is not a resource");
    }
    Resource resource = new Resource(mapping);
    if (resource.apiVersion().isEmpty() || resource.kind().isEmpty()) {
      return Optional.of(place + "is not a resource");
    }
    boolean tool =
        NOT_FOR_CLUSTERS.contains(resource.kind().get()) || resource.group().equals(OWN_GROUP);
    return tool
        ? Optional.of(place + "a " + resource.kind().get() + " is not for a cluster")
        : Optional.empty();
  }

  private static boolean matches(Mapping root, Optional<LabelSelector> wanted) {
    return wanted.isEmpty()
        || wanted
            .get()
            .matches(key ->
                root.mapping(METADATA)
                    .flatMap(metadata -> metadata.mapping(LABELS))
                    .flatMap(labels -> labels.text(Key.of(key))));
  }

  /** The lines of a document between its separators, with a line end after the last one. */
  private static String chunk(Document document, Node root) {
    SourceText source = document.source();
    int start = source.lineStart(root.span().start());
    while (start > 0 && !isSeparator(source, previous(source, start))) {
      int before = previous(source, start);
      if (before == start) {
        break;
      }
      start = before;
    }
    int end = source.nextLine(root.span().end() > 0 ? root.span().end() - 1 : 0);
    while (end < source.length() && !isSeparator(source, end)) {
      end = source.nextLine(end);
    }
    String text = source.text(new Span(start, end));
    return text.endsWith("\n") ? text : text + "\n";
  }

  private static int previous(SourceText source, int lineStart) {
    return source.lineStart(Math.max(lineStart - 1, 0));
  }

  /** Whether a line begins with {@code ---} or {@code ...}. */
  private static boolean isSeparator(SourceText source, int lineStart) {
    String line = source.text(new Span(lineStart, source.nextLine(lineStart))).stripTrailing();
    return line.equals("---")
        || line.startsWith("--- ")
        || line.equals("...")
        || line.startsWith("%");
  }
}
