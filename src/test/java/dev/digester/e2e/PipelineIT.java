package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All functions in one pipeline of kpt, each by the name of its program, as a package that used the
 * catalog's would have them. What a first render has made, a second one leaves as it is: setters
 * that find digests after their images, an image that is retagged although it is pinned, comments
 * that are there already.
 */
@NeedsProgram({RealRegistry.PROGRAM, "kpt"})
class PipelineIT {
  private static final TestImage WEB = TestImage.oci("shop/web:v2");
  private static final TestImage JOB = TestImage.index("shop/job:1.10");
  private static final TestImage SIDE = TestImage.oci("shop/side:3");
  private static final List<String> NAMES =
      List.of("digester", "apply-setters", "create-setters", "list-setters", "set-image");

  private static final String KPTFILE =
      """
      apiVersion: kpt.dev/v1
      kind: Kptfile
      metadata:
        name: shop
      pipeline:
        mutators:
        - exec: create-setters
          configMap: {tier: gold, envs: "[dev, stage]"}
        - exec: apply-setters
          configMap: {tag: v2, replicas: "3", envs: "[prod, stage]"}
        - exec: set-image
          configMap: {name: REGISTRY/shop/job, newTag: "1.10"}
        - exec: digester
          configPath: digester.yaml
        validators:
        - exec: list-setters
      """;

  private static final String DIGESTER =
      """
      apiVersion: digester.dev/v1alpha1
      kind: Digester
      metadata:
        name: digester
        annotations: {config.kubernetes.io/local-config: "true"}
      spec:
        setters: {side: "3"}
        setterSchema:
          side: {type: string, required: true}
        images:
        - {prefix: old.example/, newPrefix: REGISTRY/shop/}
        fields:
        - {kind: ConfigMap, path: data/jobs.yaml, format: yaml, innerPath: "jobs[]/image"}
      """;

  private static final String BEFORE =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
        labels:
          tier: gold
      spec:
        replicas: 1 # kpt-set: ${replicas}
        template:
          spec:
            containers:
            - name: web
              image: old.example/web:v1 # kpt-set: ${repository}:${tag}
              args: # kpt-set: ${envs}
              - dev
            - name: side
              image: "REGISTRY/shop/side:1" # kpt-set: REGISTRY/shop/side:${side}
      ---
      apiVersion: batch/v1
      kind: CronJob
      metadata:
        name: job
      spec:
        jobTemplate:
          spec:
            template:
              spec:
                containers:
                - image: REGISTRY/shop/job:1.9 # the job
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: jobs
      data:
        jobs.yaml: |
          # by hand
          jobs:
          - image:  'REGISTRY/shop/job:1.10'
      """;

  private static final String AFTER =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
        labels:
          tier: gold # kpt-set: ${tier}
      spec:
        replicas: 3 # kpt-set: ${replicas}
        template:
          spec:
            containers:
            - name: web
              image: WEB # kpt-set: ${repository}:${tag}
              args: # kpt-set: ${envs}
              - prod
              - stage
            - name: side
              image: "SIDE" # kpt-set: REGISTRY/shop/side:${side}
      ---
      apiVersion: batch/v1
      kind: CronJob
      metadata:
        name: job
      spec:
        jobTemplate:
          spec:
            template:
              spec:
                containers:
                - image: JOB # the job
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: jobs
      data:
        jobs.yaml: |
          # by hand
          jobs:
          - image:  'JOB'
      """;

  @TempDir private static Path data;
  private static RealRegistry registry;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    registry = RealRegistry.plain(data).seed(WEB, JOB, SIDE);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void a_second_render_of_all_functions_changes_nothing() throws IOException {
    Path shop = Files.createDirectory(folder.resolve("shop"));
    write(shop, "Kptfile", KPTFILE);
    write(shop, "digester.yaml", DIGESTER);
    write(shop, "shop.yaml", BEFORE);
    render(shop);
    assertThat(shop.resolve("shop.yaml")).hasContent(withImages(AFTER));
    Map<String, String> once = files(shop);
    render(shop);
    assertThat(files(shop)).isEqualTo(once);
    assertThat(Files.readString(folder.resolve("results/results.yaml")))
        .contains("Name: tag, Value: v2, Type: str, Count: 1")
        .contains("Name: envs, Value: [prod, stage], Type: array, Count: 1");
  }

  private static Map<String, String> files(Path shop) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String name : new String[] {"Kptfile", "digester.yaml", "shop.yaml"}) {
      files.put(name, Files.readString(shop.resolve(name)));
    }
    return files;
  }

  private void render(Path shop) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String name : NAMES) {
      Path link = bin.resolve(name);
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, ProgramUnderTest.file());
    }
    String results = folder.resolve("results").toString();
    ProgramUnderTest.startedBy("kpt", "fn", "render", "--allow-exec", "--results-dir", results)
        .with(shop.toString())
        .env("PATH", bin + File.pathSeparator + System.getenv("PATH"))
        .run()
        .orFail();
  }

  private static void write(Path shop, String name, String text) throws IOException {
    Files.writeString(shop.resolve(name), withImages(text));
  }

  private static String withImages(String text) {
    return text.replace("WEB", pinned(WEB))
        .replace("JOB", pinned(JOB))
        .replace("SIDE", pinned(SIDE))
        .replace("REGISTRY", registry.address());
  }

  private static String pinned(TestImage image) {
    return registry.reference(image) + "@" + image.digest();
  }
}
