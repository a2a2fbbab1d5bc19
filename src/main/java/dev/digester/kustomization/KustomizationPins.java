package dev.digester.kustomization;

import dev.digester.config.Configuration;
import dev.digester.document.Mapping;
import dev.digester.images.Survey;
import dev.digester.images.Surveyor;
import dev.digester.images.Workload;
import dev.digester.krm.Origin;
import dev.digester.krm.Resource;
import dev.digester.krm.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the entries of Kustomizations that get digests. */
public final class KustomizationPins implements Surveyor {
  /** kustomize has no namespace of its own, so no pull secret of the package serves it. */
  static final Workload WORKLOAD = new Workload(Optional.empty(), List.of(), "default");

  private final Configuration configuration;
  private final Predicate<String> refreshed;

  /**
   * Pins of one run.
   *
   * @param refreshed which images, as {@code name:tag}, are looked up though they have a digest
   */
  public KustomizationPins(Configuration configuration, Predicate<String> refreshed) {
    this.configuration = configuration;
    this.refreshed = refreshed;
  }

  @Override
  public Survey survey(Resources resources) {
    List<EntrySurvey.Entry> entries = new ArrayList<>();
    for (Resource resource : resources.items()) {
      kustomization(resource, resources)
          .ifPresent(kustomization ->
              kustomization
                  .images()
                  .forEach(image ->
                      EntrySurvey.Entry.of(resource, image, configuration, refreshed)
                          .ifPresent(entries::add)));
    }
    return entries.isEmpty() ? Survey.NOTHING : new EntrySurvey(entries, configuration);
  }

  private static Optional<Kustomization> kustomization(Resource resource, Resources resources) {
    Mapping root = resource.node();
    String path = resources.origin(resource).map(Origin::path).orElse("");
    return Kustomization.of(root, path.substring(path.lastIndexOf('/') + 1));
  }
}
