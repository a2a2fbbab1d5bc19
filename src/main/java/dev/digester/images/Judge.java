package dev.digester.images;

import dev.digester.config.Configuration;
import dev.digester.config.SkipRules;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.krm.Printable;
import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import dev.digester.reference.InvalidReferenceException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides what happens to the values of image fields, without asking anyone. For one run. */
final class Judge {
  static final String PINNED = "has a digest";
  static final String SKIPPED_BY_ANNOTATION = "skipped by the annotation digester.dev/skip";
  static final String SKIPPED_BY_CONFIGURATION = "skipped by configuration";

  private static final Verdict NO_IMAGE = new Verdict.Keep("no image");

  private final SkipRules skip;
  private final boolean platforms;
  private final Workloads workloads = new Workloads();

  /** Those without a digest, by their text: they are kept anyway, and many fields share a few. */
  private final Map<String, ImageReference> tagged = new HashMap<>();

  private final Predicate<String> refreshed;

  Judge(Configuration configuration, Predicate<String> refreshed) {
    this.refreshed = refreshed;
    this.skip = configuration.skip();
    this.platforms = !configuration.platforms().isEmpty();
  }

  Verdict judge(ImageField field) {
    if (field.skipped()) {
      return new Verdict.Keep(SKIPPED_BY_ANNOTATION);
    }
    return switch (field.content()) {
      case Content.Nothing _ -> NO_IMAGE;
      case Content.NoText(String reason) -> new Verdict.Invalid(told(field, reason));
      case Content.Text text -> judge(field, text.text());
    };
  }

  private Verdict judge(ImageField field, String image) {
    if (image.isBlank()) {
      return NO_IMAGE;
    }
    if (skip.matches(image)) {
      return new Verdict.Keep(SKIPPED_BY_CONFIGURATION);
    }
    if (FilledIn.byIstio(field, image)) {
      return new Verdict.Keep(FilledIn.BY_ISTIO);
    }
    try {
      ImageReference reference = parse(image);
      Optional<Digest> digest = reference.digest();
      if (digest.isEmpty()) {
        return new Verdict.LookUp(new Pull(reference, workloads.of(field)));
      }
      if (reference.tag().isPresent() && refreshed.test(image)) {
        return new Verdict.Refresh(new Pull(reference, workloads.of(field)), digest.get());
      }
      return platforms && reference.tag().isPresent()
          ? new Verdict.Compare(new Pull(reference, workloads.of(field)), digest.get())
          : new Verdict.Keep(PINNED);
    } catch (InvalidReferenceException e) {
      return new Verdict.Invalid(told(image, e));
    }
  }

  private static String told(ImageField field, String reason) {
    return NotAnImage.isTemplate(field.current())
        ? reason + "; " + NotAnImage.reason(field.current()).orElseThrow()
        : reason;
  }

  /** The same exception with the likely reason where there is one. */
  private static String told(String image, InvalidReferenceException e) {
    String message = e.getMessage();
    return NotAnImage.reason(image)
        .map(why -> message.substring(0, message.length() - e.reason().length()) + why)
        .orElse(message);
  }

  private ImageReference parse(String image) {
    return image.indexOf('@') < 0
        ? tagged.computeIfAbsent(image, ImageReference::parse)
        : ImageReference.parse(image);
  }

  /** What stands in the text: a template such as {{ image }} reads as a mapping. */
  static String written(Node node) {
    return node instanceof Scalar scalar
        ? scalar.value()
        : Printable.of(node.document().source().text(node.span()));
  }
}
