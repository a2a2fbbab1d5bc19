package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Random entries on random manifests: the values are those that the real kustomize writes.
 *
 * <p>Left out are the deliberate differences, which have their own tests: suffixes on containers
 * (kustomize 5.8 appends them twice), names that are expressions, digests of other algorithms than
 * sha256, and lists that are null.
 */
@NeedsProgram("kustomize")
class KustomizeImagesIT {
  private static final List<String> NAMES =
      List.of("nginx", "nginx-x", "r:5000/nginx", "r/team/app", "app", "docker.io/library/app");
  private static final List<String> TAGS =
      List.of("", ":1.20", ":v1-a_b.c", ":{TAG}", ":", ":1.20/x", ":${T}");
  private static final List<String> DIGESTS =
      List.of("", "@sha256:" + "ab".repeat(32), "@sha256:short", "@ab");
  private static final List<String> PATHS =
      List.of(
          "spec/image",
          "/spec/template/spec/image",
          "template/spec/volumes[]/image/reference",
          "spec/ephemeralContainers/image",
          "metadata/annotations/example.com\\/image",
          "other[]/deep/er/image",
          "spec/not/there");
  private static final List<String> SELECTORS =
      List.of(
          "",
          ", kind: Widget",
          ", group: example.com",
          ", version: v2",
          ", group: example.com, version: v1, kind: Pod");
  private static final int RESOURCES = 60;
  private static final int ENTRIES = 12;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void values_are_those_of_kustomize(long seed) throws IOException {
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<String> resources =
        IntStream.range(0, RESOURCES).mapToObj(number -> resource(random, number)).toList();
    String entries =
        IntStream.range(0, ENTRIES)
            .mapToObj(_ -> entry(random))
            .collect(Collectors.joining(", ", "[", "]"));
    String fields = fields(random);
    Files.writeString(folder.resolve("fields.yaml"), "images: " + fields);
    String spec =
        "{resolve: false, results: errors, images: %s, fields: %s}".formatted(entries, fields);
    assertThat(digester(resources, spec))
        .as("seed %d, images: %s, fields: %s", seed, entries, fields)
        .isEqualTo(kustomize(resources, "configurations: [fields.yaml]\nimages: " + entries));
  }

  /** Each path once: kustomize has rules of its own for several fields of one path. */
  private static String fields(Random random) {
    return PATHS.stream()
        .filter(_ -> random.nextBoolean())
        .map(path -> "{path: '%s'%s}".formatted(path, of(random, SELECTORS)))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @Test
  void a_suffix_is_appended_once_where_kustomize_appends_it_twice() throws IOException {
    List<String> pod =
        List.of(
            "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{image: 'a:1'}]}}");
    String entries = "[{name: a, tagSuffix: -s}]";
    assertThat(digester(pod, "{resolve: false, images: " + entries + "}").toString())
        .contains("image=a:1-s}");
    assertThat(kustomize(pod, "images: " + entries).toString()).contains("image=a:1-s-s}");
  }

  @Test
  void an_image_tag_transformer_is_kustomizes_own() throws IOException {
    String transformer =
        """
        apiVersion: builtin
        kind: ImageTagTransformer
        metadata: {name: t}
        imageTag: {name: a, newTag: "2"}
        fieldSpecs: [{path: spec/list/image}, {path: "spec/volumes[]/image/reference"}]
        """;
    List<String> widget =
        List.of(
            "{apiVersion: v1, kind: Widget, metadata: {name: w}, spec: {list: [{image: 'a:1'}],"
                + " volumes: [{image: {reference: 'a:1'}}], x: {containers: [{image: 'a:1'}]}, image: 'a:1'}}");
    Files.writeString(folder.resolve("t.yaml"), transformer);
    assertThat(values(run(list(widget) + "functionConfig:\n" + transformer.indent(2))))
        .isEqualTo(kustomize(widget, "transformers: [t.yaml]"));
  }

  private static String entry(Random random) {
    StringBuilder entry = new StringBuilder("{name: '" + of(random, NAMES) + "'");
    append(random, entry, "newName", NAMES);
    append(random, entry, "newTag", List.of("1.10", "v2", "{X}"));
    append(random, entry, "digest", List.of("sha256:" + "cd".repeat(32)));
    return entry.append('}').toString();
  }

  private static void append(Random random, StringBuilder entry, String key, List<String> values) {
    if (random.nextBoolean()) {
      entry.append(", %s: '%s'".formatted(key, of(random, values)));
    }
  }

  private static String resource(Random random, int number) {
    String pod =
        "{containers: %s, initContainers: %s, ephemeralContainers: %s, volumes: [{name: v, image: {reference: '%s'}}], image: '%s'}"
            .formatted(
                containers(random),
                containers(random),
                containers(random),
                image(random),
                image(random));
    String spec =
        of(
                random,
                List.of(
                    "spec: %s",
                    "spec: {template: {spec: %s}}",
                    "template: {spec: %s}",
                    "spec: {jobTemplate: {spec: {template: {spec: %s}}}}",
                    "other: [{deep: {er: %s}}]"))
            .formatted(pod);
    String kind = of(random, List.of("Pod", "Widget", "Gadget", "CustomResourceDefinition"));
    String annotations = "{example.com/image: '%s'}".formatted(image(random));
    return "{apiVersion: example.com/v1, kind: %s, metadata: {name: r%d, annotations: %s}, %s}"
        .formatted(kind, number, annotations, spec);
  }

  private static String containers(Random random) {
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(i -> "{name: c%d, image: '%s'}".formatted(i, image(random)))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String image(Random random) {
    return of(random, NAMES) + of(random, TAGS) + of(random, DIGESTS);
  }

  private static String of(Random random, List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static String list(List<String> resources) {
    return resources.stream()
        .map(resource -> "- " + resource + "\n")
        .collect(
            Collectors.joining(
                "", "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n", ""));
  }

  private static Map<String, Object> digester(List<String> resources, String spec) {
    return values(run(Lists.configured(list(resources), spec)));
  }

  private static String run(String list) {
    return ProgramUnderTest.command().run(list).orFail().out();
  }

  private static Map<String, Object> values(String list) {
    Map<?, ?> root = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(list);
    return byName((List<?>) Objects.requireNonNull(root.get("items")));
  }

  private Map<String, Object> kustomize(List<String> resources, String kustomization)
      throws IOException {
    Files.writeString(folder.resolve("all.yaml"), String.join("\n---\n", resources));
    Files.writeString(
        folder.resolve("kustomization.yaml"), "resources: [all.yaml]\n" + kustomization);
    String built = Command.of("kustomize", "build", folder.toString()).run().orFail().out();
    List<Object> documents = new ArrayList<>();
    new Load(LoadSettings.builder().build()).loadAllFromString(built).forEach(documents::add);
    return byName(documents);
  }

  private static Map<String, Object> byName(List<?> resources) {
    Map<String, Object> byName = new TreeMap<>();
    for (Object resource : resources) {
      Map<?, ?> root = (Map<?, ?>) resource;
      byName.put(
          root.get("kind")
              + "/"
              + ((Map<?, ?>) Objects.requireNonNull(root.get("metadata"))).get("name"),
          root);
    }
    return byName;
  }
}
