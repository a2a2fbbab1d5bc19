package dev.digester.setters;

import dev.digester.document.FieldPath;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.krm.Resource;
import dev.digester.krm.Result;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys that kpt reads, which decodes strictly: one that it does not know makes a Kptfile
 * invalid.
 *
 * @see <a href="https://kpt.dev/reference/schema/kptfile/">the schema of kpt.dev/v1 Kptfile</a>
 */
final class KptfileSchema {
  private static final String VERSION = "kpt.dev/v1";
  private static final Set<String> KPTFILE =
      Set.of(
          "apiVersion",
          "kind",
          "metadata",
          "upstream",
          "upstreamLock",
          "info",
          "pipeline",
          "inventory",
          "status");
  private static final Set<String> PIPELINE = Set.of("mutators", "validators");
  private static final Set<String> FUNCTION =
      Set.of("image", "tag", "exec", "configPath", "configMap", "name", "selectors", "exclude");

  private final Resource kptfile;

  private KptfileSchema(Resource kptfile) {
    this.kptfile = kptfile;
  }

  /** What is wrong with a Kptfile; empty where nothing is. */
  static Optional<Result> problem(Resource kptfile) {
    return new KptfileSchema(kptfile).problem();
  }

  private Optional<Result> problem() {
    if (!kptfile.apiVersion().equals(Optional.of(VERSION))) {
      String found = GoText.quoted(kptfile.apiVersion().orElse(""));
      return Optional.of(
          invalid(
              FieldPath.of("apiVersion"),
              kptfile.node(),
              "apiVersion must be " + VERSION + ", but it is " + found));
    }
    return unknown(kptfile.node(), KPTFILE, FieldPath.root()).or(this::pipeline);
  }

  private Optional<Result> pipeline() {
    FieldPath path = FieldPath.of("pipeline");
    return kptfile
        .node()
        .mapping(Key.of("pipeline"))
        .flatMap(pipeline ->
            unknown(pipeline, PIPELINE, path)
                .or(() -> functions(pipeline, path, "mutators"))
                .or(() -> functions(pipeline, path, "validators")));
  }

  private Optional<Result> functions(Mapping pipeline, FieldPath path, String key) {
    List<Node> functions =
        pipeline.sequence(Key.of(key)).map(Sequence::elements).orElseGet(List::of);
    int position = 0;
    for (Node function : functions) {
      FieldPath at = path.field(key).element(position++);
      Optional<Result> problem =
          function instanceof Mapping mapping
              ? unknown(mapping, FUNCTION, at)
              : Optional.of(invalid(at, function, "a function must be a mapping"));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<Result> unknown(Mapping mapping, Set<String> known, FieldPath path) {
    for (Mapping.Entry entry : mapping.entries()) {
      if (entry.key() instanceof Scalar key && !entry.isMerge() && !known.contains(key.value())) {
        FieldPath at = path.field(key.value());
        return Optional.of(invalid(at, key, "kpt does not know the field " + at));
      }
    }
    return Optional.empty();
  }

  private Result invalid(FieldPath path, Node node, String reason) {
    Result.Field field = Result.Field.named(path.toString());
    return Result.error("failed to list setters: unable to read Kptfile: " + reason)
        .on(kptfile, field, node);
  }
}
