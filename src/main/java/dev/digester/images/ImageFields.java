package dev.digester.images;

import dev.digester.config.Configuration;
import dev.digester.config.FieldSet;
import dev.digester.config.FieldSpec;
import dev.digester.document.Key;
import dev.digester.krm.Resource;
import dev.digester.krm.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Finds the fields of a list that name images, in each of its resources. For one pass. */
final class ImageFields {
  private static final Key LIST = Key.of("List");
  private static final Key DEFINITION = Key.of("CustomResourceDefinition");

  private final Predicate<Resource> exempt;
  private final List<Places> places;

  private ImageFields(Predicate<Resource> exempt, Places... places) {
    this.exempt = exempt;
    this.places = List.of(places);
  }

  /**
   * The fields that are pinned: those of pod specs, those of {@code spec.fields}, and those of the
   * sets that are named.
   */
  static ImageFields pinned(Configuration configuration) {
    return new ImageFields(
        Exempt::is, new PodSpecFields(), new ConfiguredFields(configured(configuration)));
  }

  /** The fields that {@code spec.images} rewrites: kustomize's, and the configured ones. */
  static ImageFields rewritten(Configuration configuration) {
    List<FieldSpec> specs = new ArrayList<>(KnownFields.kustomizeBesideContainers());
    specs.addAll(configured(configuration));
    return ofAnyDepth(specs);
  }

  /** The fields of kustomize's ImageTagTransformer: containers at any depth, and some more. */
  static ImageFields ofAnyDepth(List<FieldSpec> more) {
    return new ImageFields(
        resource -> resource.isKind(DEFINITION),
        new AnyDepthContainers(),
        new ConfiguredFields(more));
  }

  /** These fields only. */
  static ImageFields of(List<FieldSpec> fields) {
    return new ImageFields(resource -> resource.isKind(DEFINITION), new ConfiguredFields(fields));
  }

  private static List<FieldSpec> configured(Configuration configuration) {
    List<FieldSpec> specs = new ArrayList<>(configuration.fields());
    for (FieldSet set : configuration.fieldSets()) {
      specs.addAll(set.fields());
    }
    return specs;
  }

  /**
   * Visits the fields in document order of their resources. A text that several ways lead to,
   * through aliases, merge keys or several of the configured paths, is visited once for each.
   */
  void forEach(Resources list, Consumer<ImageField> visitor) {
    list.items().forEach(item -> resource(item, visitor));
  }

  /** All resources that may be workloads: items, and those inside of Lists. */
  static List<Resource> resources(Resources list) {
    List<Resource> resources = new ArrayList<>();
    list.items().forEach(item -> collect(item, resources));
    return resources;
  }

  private static void collect(Resource resource, List<Resource> resources) {
    if (!Exempt.is(resource)) {
      resource.listed().forEach(item -> collect(item, resources));
      resources.add(resource);
    }
  }

  private void resource(Resource resource, Consumer<ImageField> visitor) {
    if (exempt.test(resource)) {
      return;
    }
    List<Resource> items = resource.listed();
    items.forEach(item -> resource(item, visitor));
    if (!items.isEmpty() && resource.isKind(LIST)) {
      return;
    }
    places.forEach(each -> each.forEach(resource, visitor));
  }
}
