package dev.digester.images;

import dev.digester.config.Configuration;
import dev.digester.config.Configured;
import dev.digester.config.FieldSpec;
import dev.digester.config.ImageTransformation;
import dev.digester.document.FieldPath;
import dev.digester.krm.FunctionConfig;
import dev.digester.krm.Resources;
import dev.digester.krm.Result;
import dev.digester.pipeline.Plan;
import dev.digester.pipeline.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Renames, retags and relocates images as kustomize's {@code images} does, without asking anyone. A
 * field that is reached by several ways is rewritten once.
 *
 * @see <a
 *     href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/">kustomize,
 *     images</a>
 */
public final class RewriteImages implements Stage {
  private final Supplier<ImageFields> fields;
  private final Supplier<ImageEntries> entries;
  private final RewriteReport report;

  private RewriteImages(
      Supplier<ImageFields> fields, Supplier<ImageEntries> entries, RewriteReport report) {
    this.fields = fields;
    this.entries = entries;
    this.report = report;
  }

  /** The entries of {@code spec.images}, with a result for each change and each idle entry. */
  public static RewriteImages of(Configured configured) {
    Configuration configuration = configured.configuration();
    return new RewriteImages(
        () -> ImageFields.rewritten(configuration),
        () -> ImageEntries.inPlace(configuration.images()),
        new RewriteReport.Each("spec.images[%d]", RewriteImages::entry, configured.written()));
  }

  /** The same for one of several texts: an entry that is for none of its images is for others. */
  public static RewriteImages ofMany(Configured configured) {
    Configuration configuration = configured.configuration();
    return new RewriteImages(
        () -> ImageFields.rewritten(configuration),
        () -> ImageEntries.inPlace(configuration.images()),
        new RewriteReport.Changes());
  }

  /** kustomize's ImageTagTransformer: containers at any depth, and the fields that it is given. */
  public static RewriteImages imageTagTransformer(
      ImageTransformation transformation, Optional<FunctionConfig> written) {
    return new RewriteImages(
        () -> ImageFields.ofAnyDepth(transformation.fields()),
        () -> ImageEntries.asKustomize(transformation.entry()),
        new RewriteReport.Each("imageTag", (_, _) -> FieldPath.of("imageTag"), written));
  }

  /** The catalog's set-image, with the one result that it gives. */
  public static RewriteImages setImage(ImageTransformation transformation) {
    List<FieldSpec> specs = new ArrayList<>(KnownFields.setImage());
    specs.addAll(transformation.fields());
    return new RewriteImages(
        () -> ImageFields.of(specs),
        () -> ImageEntries.asKustomize(transformation.entry()),
        new RewriteReport.Total());
  }

  /** In a ConfigMap all entries are one text. */
  private static FieldPath entry(FunctionConfig config, int position) {
    return config.isConfigMap()
        ? FieldPath.of("data", "images")
        : FieldPath.of("spec", "images").element(position);
  }

  @Override
  public Plan plan(Resources list) {
    Pass pass = new Pass(entries.get());
    fields.get().forEach(list, pass::visit);
    return pass.plan(list, report);
  }

  /** One way through a list. */
  private static final class Pass {
    private final ImageEntries entries;
    private final Proposals proposals = new Proposals();
    private final List<RewriteReport.Rewritten> rewritten = new ArrayList<>();
    private final List<Result> problems = new ArrayList<>();
    private final Set<Content> seen = new HashSet<>();

    Pass(ImageEntries entries) {
      this.entries = entries;
    }

    void visit(ImageField field) {
      if (field.content() instanceof Content.Text text && !seen.contains(text)) {
        String image = entries.rewrite(field, text.text());
        if (image.equals(text.text())) {
          return;
        }
        seen.add(text);
        if (proposals.propose(field, text, image)) {
          rewritten.add(new RewriteReport.Rewritten(field, image));
        } else {
          problems.add(field.overlapping());
        }
      }
    }

    Plan plan(Resources list, RewriteReport report) {
      List<Result> results = new ArrayList<>(problems);
      results.addAll(report.results(rewritten, entries));
      Plan plan = new Plan(proposals.changes(), results);
      return plan.saying(SharedAnchors.told(list, plan.changes()));
    }
  }
}
