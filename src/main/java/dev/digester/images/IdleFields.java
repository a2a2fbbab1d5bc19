package dev.digester.images;

import dev.digester.config.FieldPattern;
import dev.digester.config.FieldSpec;
import dev.digester.document.FieldPath;
import dev.digester.krm.FunctionConfig;
import dev.digester.krm.Printable;
import dev.digester.krm.Resource;
import dev.digester.krm.Resources;
import dev.digester.krm.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which entries of {@code fields} are for no field of a list, and what may have been meant. */
final class IdleFields {
  private final List<Resource> resources;

  /** What is known of a list. */
  IdleFields(Resources list) {
    this.resources = ImageFields.resources(list);
  }

  /** A warning for each entry that matches nothing. */
  List<Result> warnings(List<FieldSpec> specs, Optional<FunctionConfig> written) {
    List<Result> warnings = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      FieldSpec spec = specs.get(i);
      ConfigPlace place = new ConfigPlace("fields", i);
      missing(spec)
          .map(why -> Result.warning(message(place, spec, why)))
          .map(warning -> place.at(written, warning))
          .ifPresent(warnings::add);
    }
    return warnings;
  }

  private static String message(ConfigPlace place, FieldSpec spec, String why) {
    return Printable.of(
        "%s (path %s) matches no field: %s; correct it or remove it"
            .formatted(place, spec.path(), why));
  }

  /** Why an entry matches nothing; empty where it matches something. */
  private Optional<String> missing(FieldSpec spec) {
    ConfiguredField field = new ConfiguredField(spec);
    List<Resource> selected = resources.stream().filter(field::selects).toList();
    if (selected.stream().anyMatch(resource -> isIn(field, resource))) {
      return Optional.empty();
    }
    if (selected.isEmpty()) {
      return Optional.of("no resource has " + conditions(spec) + near(spec));
    }
    boolean reached = selected.stream().anyMatch(resource -> reaches(resource, spec.path()));
    return Optional.of(
        reached
            ? "the fields at that path do not hold what pattern or innerPath name"
            : "no %s has %s".formatted(spec.kind().orElse("resource"), farthest(selected, spec)));
  }

  private static boolean isIn(ConfiguredField field, Resource resource) {
    boolean[] found = {false};
    field.forEach(resource, new InnerDocuments(), _ -> found[0] = true);
    return found[0];
  }

  private static boolean reaches(Resource resource, FieldPattern path) {
    boolean[] found = {false};
    FieldWalk.from(resource.node(), path, (_, _) -> found[0] = true);
    return found[0];
  }

  private static String conditions(FieldSpec spec) {
    List<String> conditions = new ArrayList<>();
    spec.group().ifPresent(group -> conditions.add("group " + group));
    spec.version().ifPresent(version -> conditions.add("version " + version));
    spec.kind().ifPresent(kind -> conditions.add("kind " + kind));
    spec.name().ifPresent(name -> conditions.add("name " + name));
    spec.namespace().ifPresent(namespace -> conditions.add("namespace " + namespace));
    return conditions.isEmpty() ? "a field" : String.join(", ", conditions);
  }

  /** The same kind in another group, version or spelling. */
  private String near(FieldSpec spec) {
    String near =
        resources.stream()
            .filter(resource ->
                spec.kind().isPresent()
                    && resource.kind().filter(spec.kind().get()::equalsIgnoreCase).isPresent())
            .map(resource ->
                "%s of %s"
                    .formatted(
                        resource.kind().orElse(""), resource.apiVersion().orElse("no version")))
            .distinct()
            .sorted()
            .limit(3)
            .collect(Collectors.joining(", "));
    return near.isEmpty() ? "" : " (there is " + near + ")";
  }

  /** The shortest beginning of the path that no resource has. */
  private static String farthest(List<Resource> selected, FieldSpec spec) {
    FieldPattern missing = spec.path();
    for (int length = spec.path().segments().size() - 1; length > 0; length--) {
      FieldPattern shorter = new FieldPattern(spec.path().segments().subList(0, length));
      if (selected.stream().anyMatch(resource -> reaches(resource, shorter))) {
        return missing.toString();
      }
      missing = shorter;
    }
    return missing.toString();
  }

  /** The path of a field as {@code fields} would name it: each element of a list counts. */
  static String pattern(FieldPath path) {
    StringBuilder pattern = new StringBuilder();
    for (FieldPath.Segment segment : path.segments()) {
      switch (segment) {
        case FieldPath.Segment.Element _ -> pattern.append("[]");
        case FieldPath.Segment.Field(String name) ->
            pattern.append(pattern.isEmpty() ? "" : "/").append(name.replace("/", "\\/"));
      }
    }
    return pattern.toString();
  }
}
