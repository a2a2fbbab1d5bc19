package dev.digester.setters;

import dev.digester.config.Configured;
import dev.digester.config.Report;
import dev.digester.document.read.Documents;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import dev.digester.krm.ResourceList;
import dev.digester.krm.Result;
import dev.digester.pipeline.Outcome;
import dev.digester.pipeline.Pipeline;
import java.util.List;

/** Fields of one item, as tests write them, and what a function makes of them. */
final class Fields {
  private static final String BEGIN =
      """
      apiVersion: config.kubernetes.io/v1
      kind: ResourceList
      items:
      - apiVersion: v1
        kind: Thing
        metadata:
          name: thing
          annotations: {config.kubernetes.io/path: 'thing.yaml'}
      """;

  private static final String CONFIG_MAP =
      "functionConfig:\n  apiVersion: v1\n  kind: ConfigMap\n  data:\n";
  private static final String DIGESTER =
      "functionConfig:\n  apiVersion: digester.dev/v1alpha1\n  kind: Digester\n  spec:\n";

  private final Outcome outcome;

  private Fields(Outcome outcome) {
    this.outcome = outcome;
  }

  private static String indented(String text, int spaces) {
    return text.isEmpty() ? "" : text.indent(spaces);
  }

  private static ResourceList list(String text) {
    return ResourceList.of(Documents.read(SourceText.of(text)));
  }

  private static ResourceList catalog(String data, String fields) {
    return list(BEGIN + indented(fields, 2) + CONFIG_MAP + indented(data, 4));
  }

  private static Setters setters(ResourceList list) {
    return Setters.ofData(list.functionConfig().orElseThrow());
  }

  /** The fields after apply-setters with the data of a ConfigMap. */
  static Fields applied(String data, String fields) {
    ResourceList list = catalog(data, fields);
    return new Fields(Pipeline.of(new ApplySetters(setters(list), Report.ALL)).run(list));
  }

  /** The fields after create-setters with the data of a ConfigMap. */
  static Fields created(String data, String fields) {
    ResourceList list = catalog(data, fields);
    return new Fields(Pipeline.of(new CreateSetters(setters(list))).run(list));
  }

  /** The fields after the setters of a Digester's spec; more items may follow them. */
  static Fields configured(String spec, String fields, String moreItems) {
    return configured(spec, fields, moreItems, Report.CHANGES);
  }

  /** As {@link #configured}, with {@code results: all}. */
  static Fields explained(String spec, String fields, String moreItems) {
    return configured(spec, fields, moreItems, Report.ALL);
  }

  private static Fields configured(String spec, String fields, String moreItems, Report report) {
    String text = BEGIN + indented(fields, 2) + moreItems + DIGESTER + indented(spec, 4);
    ResourceList list = list(text);
    Setters setters = Setters.of(Configured.of(list.functionConfig()), list);
    return new Fields(Pipeline.of(new ApplySetters(setters, report)).run(list));
  }

  static Fields configured(String spec, String fields) {
    return configured(spec, fields, "");
  }

  /** What list-setters says of the fields; more items may follow them. */
  static Fields listed(String fields, String moreItems) {
    ResourceList list = list(BEGIN + indented(fields, 2) + moreItems);
    return new Fields(Pipeline.of(new ListSetters()).run(list));
  }

  /** The fields as they are written now, without the line end of the last. */
  String text() {
    SourceText source = outcome.text().apply();
    String text = source.text(new Span(0, source.length()));
    String fields = text.substring(BEGIN.length(), end(text)).replaceAll("(?m)^ {2}", "");
    return fields.stripTrailing();
  }

  private static int end(String text) {
    int config = text.indexOf("\nfunctionConfig:");
    int item = text.indexOf("\n- ", BEGIN.length());
    return (item < 0 ? config : Math.min(item, config)) + 1;
  }

  List<String> messages() {
    return outcome.results().stream().map(Result::message).toList();
  }

  /** Each result as severity, line of the input, path, message. */
  List<String> problems() {
    return outcome.results().stream()
        .map(result ->
            "%s %d %s: %s"
                .formatted(
                    result.severity(),
                    result.node().orElseThrow().line(),
                    result.field().map(Result.Field::path).orElse(""),
                    result.message()))
        .toList();
  }

  boolean failed() {
    return outcome.failed();
  }
}
