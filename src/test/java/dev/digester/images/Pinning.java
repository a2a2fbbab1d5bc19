package dev.digester.images;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.config.Configured;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import dev.digester.krm.Lists;
import dev.digester.krm.ResourceList;
import dev.digester.krm.Result;
import dev.digester.pipeline.Outcome;
import dev.digester.pipeline.Pipeline;
import dev.digester.pipeline.Stage;
import dev.digester.reference.Digest;
import dev.digester.resolve.Resolution;
import dev.digester.resolve.Source;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs of the stages that rewrite and pin images. Each image is known but for those that have
 * {@code missing} in their names and those of hosts that begin with {@code private}.
 */
final class Pinning {
  private static final String INDEX = "application/vnd.oci.image.index.v1+json";

  private final Outcome outcome;

  private Pinning(Outcome outcome) {
    this.outcome = outcome;
  }

  /**
   * A run on items.
   *
   * @param spec of the configuration, in flow style
   */
  static Pinning of(String spec, String items) {
    ResourceList list =
        Lists.of(
            Lists.HEAD
                + "functionConfig: {apiVersion: digester.dev/v1alpha1, kind: Digester, spec: "
                + spec
                + "}\nitems:\n"
                + items);
    Configured configured = Configured.of(list.functionConfig());
    Stage pins =
        resources -> {
          Survey survey = new PinImages(configured).survey(resources);
          return survey.plan(resolve(survey.pulls()));
        };
    return new Pinning(Pipeline.of(RewriteImages.of(configured), pins).run(list));
  }

  /** A run without configuration. */
  static Pinning of(String items) {
    return of("{}", items);
  }

  /** A run that reports all. */
  static Pinning telling(String items) {
    return of("{results: all}", items);
  }

  private static LookedUp resolve(Collection<Pull> pulls) {
    Map<Pull, Resolution> resolutions = new LinkedHashMap<>();
    pulls.forEach(pull -> resolutions.put(pull, resolve(pull)));
    return new LookedUp(resolutions, List.of());
  }

  private static Resolution resolve(Pull pull) {
    String host = pull.reference().host();
    if (host.startsWith("private")) {
      return failed(
          Resolution.Cause.REFUSED,
          host + " denies access to " + pull.reference().repository() + " (403): no credentials");
    }
    if (pull.reference().repository().contains("missing")) {
      return failed(Resolution.Cause.UNKNOWN, host + " has no such tag");
    }
    Digest digest = Digest.sha256(pull.reference().canonical().getBytes(UTF_8));
    return new Resolution.Resolved(
        digest, INDEX, Source.REGISTRY, Optional.empty(), List.of(), List.of());
  }

  private static Resolution failed(Resolution.Cause cause, String message) {
    return new Resolution.Failed(cause, message, List.of());
  }

  /** The text of the items afterwards, without the digests after {@code @}. */
  String items() {
    SourceText source = new Outcome(outcome.list(), outcome.pending(), List.of()).text().apply();
    String text = source.text(new Span(0, source.length()));
    return text.substring(text.indexOf("\nitems:\n") + "\nitems:\n".length())
        .replaceAll("@sha256:[0-9a-f]{64}", "@");
  }

  List<Result> results() {
    return outcome.results();
  }

  /** Each as {@code severity: message}, without digests. */
  List<String> messages() {
    return outcome.results().stream()
        .map(result ->
            result.severity()
                + ": "
                + result.message().replaceAll("sha256:[0-9a-f]{64}", "sha256:…"))
        .toList();
  }
}
