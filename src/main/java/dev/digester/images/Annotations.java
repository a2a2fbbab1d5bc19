package dev.digester.images;

import dev.digester.document.FieldPath;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.document.index.NodeIndex;
import dev.digester.krm.Printable;
import dev.digester.krm.Resource;
import dev.digester.krm.Resources;
import dev.digester.krm.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The annotations {@code digester.dev/…} of objects and pod templates that are not understood, or
 * name containers that there are not: what someone meant to be left alone would be pinned without a
 * word.
 */
final class Annotations {
  private static final String PREFIX = "digester.dev/";
  private static final String SKIP = "digester.dev/skip";
  private static final List<String> WHOLE = List.of("true", "false");
  private static final Key METADATA = Key.of("metadata");
  private static final Key ANNOTATIONS = Key.of("annotations");
  private static final Key NAME = Key.of("name");
  private static final FieldPath JOB_TEMPLATE = FieldPath.of("spec", "jobTemplate");
  private static final List<Key> CONTAINERS =
      List.of(Key.of("containers"), Key.of("initContainers"), Key.of("ephemeralContainers"));

  private final Resource resource;
  private final List<Result> warnings;

  private Annotations(Resource resource, List<Result> warnings) {
    this.resource = resource;
    this.warnings = warnings;
  }

  /** A warning for each of them. */
  static List<Result> warnings(Resources list) {
    List<Result> warnings = new ArrayList<>();
    for (Resource resource : ImageFields.resources(list)) {
      new Annotations(resource, warnings).check();
    }
    return warnings;
  }

  private void check() {
    owner(resource.node(), FieldPath.root());
    PodSpecs.forEach(
        resource.node(),
        podSpec -> {
          if (!podSpec.owner().equals(resource.node())) {
            owner(podSpec.owner(), podSpec.path().above());
          }
        });
    JOB_TEMPLATE
        .find(resource.node())
        .filter(Mapping.class::isInstance)
        .ifPresent(job -> unread((Mapping) job));
  }

  private static List<Mapping.Entry> entries(Mapping owner) {
    Optional<Mapping> annotations =
        owner.mapping(METADATA).flatMap(metadata -> metadata.mapping(ANNOTATIONS));
    List<Mapping.Entry> ours = new ArrayList<>();
    if (annotations.isPresent()) {
      for (Mapping.Entry entry : annotations.get().entries()) {
        if (entry.key() instanceof Scalar key && key.value().startsWith(PREFIX)) {
          ours.add(entry);
        }
      }
    }
    return ours;
  }

  private static FieldPath at(FieldPath owner, Mapping.Entry entry) {
    return owner.field("metadata").field("annotations").field(((Scalar) entry.key()).value());
  }

  private void owner(Mapping owner, FieldPath path) {
    for (Mapping.Entry entry : entries(owner)) {
      wrong(owner, ((Scalar) entry.key()).value(), entry.value())
          .ifPresent(why -> warn(at(path, entry), entry.value(), why));
    }
  }

  /** A Job's own metadata, between those of its CronJob and its pods. */
  private void unread(Mapping job) {
    for (Mapping.Entry entry : entries(job)) {
      warn(
          at(JOB_TEMPLATE, entry),
          entry.value(),
          "it is not read here; move it to the object or to its pod template");
    }
  }

  private void warn(FieldPath path, Node value, String why) {
    String text = value instanceof Scalar scalar ? scalar.value() : "";
    warnings.add(
        Result.warning(Printable.of("the annotation has no effect: " + why))
            .on(resource, Result.Field.read(path.toString(), text), value));
  }

  /** What is wrong with an annotation. */
  private static Optional<String> wrong(Mapping owner, String key, Node value) {
    if (!key.equals(SKIP)) {
      return Optional.of(key + " is unknown; did you mean " + SKIP + "?");
    }
    if (!(value instanceof Scalar scalar)) {
      return Optional.of("it is not a string; write \"true\" or the names of containers");
    }
    Set<String> containers = containers(owner);
    List<String> unknown =
        Arrays.stream(scalar.value().split(",", -1))
            .map(String::strip)
            .filter(name -> !containers.contains(name))
            .toList();
    return unknown.isEmpty() || WHOLE.contains(scalar.value().strip())
        ? Optional.empty()
        : unknown(unknown.getFirst(), containers);
  }

  /** Tools annotate objects of all kinds alike: names of containers are for those that have any. */
  private static Optional<String> unknown(String name, Set<String> containers) {
    if (isMeantForAll(name)) {
      return Optional.of(
          "'%s' names no container; to skip all of them, write \"true\"".formatted(name));
    }
    return containers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "'%s' names no container; the containers are %s"
                .formatted(name, String.join(", ", containers)));
  }

  private static boolean isMeantForAll(String name) {
    return List.of("", "*", "true", "yes", "y", "on", "1", "all")
        .contains(name.toLowerCase(Locale.ROOT));
  }

  /**
   * The names of all containers in an object or a template, wherever a configuration finds them.
   */
  private static Set<String> containers(Mapping owner) {
    NodeIndex index = owner.document().index();
    Set<String> names = new TreeSet<>();
    for (int slot = owner.id() + 1; slot < index.next(owner.id()); slot++) {
      int key = slot;
      if (index.isKey(key)
          && CONTAINERS.stream().anyMatch(name -> owner.document().reads(key, name))) {
        names(owner.document().node(index.next(key)), names);
      }
    }
    return names;
  }

  private static void names(Node list, Set<String> names) {
    if (list instanceof Sequence sequence) {
      sequence.elements().stream()
          .filter(Mapping.class::isInstance)
          .flatMap(container -> ((Mapping) container).text(NAME).stream())
          .forEach(names::add);
    }
  }
}
