package dev.digester.images;

import dev.digester.config.Configured;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import dev.digester.krm.Lists;
import dev.digester.krm.ResourceList;
import dev.digester.krm.Result;
import dev.digester.pipeline.Outcome;
import dev.digester.pipeline.Pipeline;
import java.util.List;

/** Runs of the stage that rewrites images. */
final class Rewriting {
  private static final String IMAGE =
      """
      - kind: Pod
        metadata: {name: p}
        spec:
          containers:
          - name: c
            image: IMAGE
      """;

  private final Outcome outcome;

  private Rewriting(Outcome outcome) {
    this.outcome = outcome;
  }

  /**
   * A run on items.
   *
   * @param spec of the configuration, in flow style
   */
  static Rewriting of(String spec, String items) {
    ResourceList list =
        Lists.of(
            Lists.HEAD
                + "functionConfig: {apiVersion: digester.dev/v1alpha1, kind: Digester, spec: "
                + spec
                + "}\nitems:\n"
                + items);
    return new Rewriting(
        Pipeline.of(RewriteImages.of(Configured.of(list.functionConfig()))).run(list));
  }

  /** What one image becomes by some entries. */
  static String image(String entries, String image) {
    String text =
        of("{images: [" + entries + "]}", IMAGE.replace("IMAGE", "'" + image + "'")).items();
    return text.substring(text.indexOf('\'') + 1, text.lastIndexOf('\''));
  }

  /** The text of the items afterwards. */
  String items() {
    SourceText source = new Outcome(outcome.list(), outcome.pending(), List.of()).text().apply();
    String text = source.text(new Span(0, source.length()));
    return text.substring(text.indexOf("\nitems:\n") + "\nitems:\n".length());
  }

  List<Result> results() {
    return outcome.results();
  }

  List<String> messages() {
    return outcome.results().stream().map(Result::message).toList();
  }
}
