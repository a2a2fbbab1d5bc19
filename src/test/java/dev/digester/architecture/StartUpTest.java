package dev.digester.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.Digester;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a run loads that looks nothing up and has no configuration: the same classes in a JVM, which
 * lists them, and in a native program, whose start they would slow down.
 */
class StartUpTest {
  private static final String LIST =
      "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:";
  private static final String PINNED =
      "\n- {kind: Pod, spec: {containers: [{name: c, image: \"a:1@sha256:"
          + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"}]}}";

  /** Packages of the product that read a list and decide that there is nothing to do. */
  private static final Set<String> NEEDED =
      Set.of(
          "dev.digester",
          "dev.digester.config",
          "dev.digester.document",
          "dev.digester.document.index",
          "dev.digester.document.proof",
          "dev.digester.document.read",
          "dev.digester.document.scan",
          "dev.digester.document.text",
          "dev.digester.cli",
          "dev.digester.engine",
          "dev.digester.function",
          "dev.digester.images",
          "dev.digester.krm",
          "dev.digester.pipeline",
          "dev.digester.process",
          "dev.digester.reference");

  /** Types of other packages that the verifier of the JVM looks at: exceptions and interfaces. */
  private static final Set<String> LOOKED_AT =
      Set.of(
          "dev.digester.cluster.ClusterException",
          "dev.digester.machine.MachineSettingsException",
          "dev.digester.pullsecrets.Store",
          "dev.digester.resolve.Resolution");

  /** Classes of the product, nested ones and those made of lambdas aside: there are 400 in all. */
  private static final int MOST = 130;

  private static final Pattern LOADED = Pattern.compile("(?m)\\] ([\\w.$]+)(/0x\\w+)? source: ");
  private static final Pattern NOT_NEEDED =
      Pattern.compile(
          "javax\\.net\\.ssl\\..*|sun\\.security\\.ssl\\..*|java\\.net\\.http\\..*"
              + "|java\\.net\\.Socket|java\\.lang\\.ThreadBuilders\\$VirtualThreadBuilder"
              + "|java\\.util\\.concurrent\\.(ThreadPoolExecutor|Executors|ForkJoinPool)"
              + "|java\\.util\\.stream\\.ReferencePipeline\\$\\d.*|java\\.util\\.regex\\.Pattern"
              + "|sun\\.nio\\.ch\\.FileChannelImpl"
              + "|(tools|com\\.fasterxml)\\.jackson\\..*|picocli\\..*|org\\.snakeyaml\\..*"
              + "|com\\.google\\.re2j\\..*");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {LIST + " []\n", LIST + PINNED + "\n"})
  void a_run_that_asks_no_one_loads_only_what_reads_a_list(String list) throws Exception {
    Set<String> loaded = loaded(list);
    assertThat(loaded).filteredOn(name -> NOT_NEEDED.matcher(name).matches()).isEmpty();
    Set<String> ours =
        loaded.stream()
            .filter(name -> name.startsWith("dev.digester.") && name.indexOf('$') < 0)
            .filter(name -> !LOOKED_AT.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(ours).contains(Digester.class.getName()).hasSizeLessThanOrEqualTo(MOST);
    assertThat(ours).extracting(StartUpTest::packageOf).isSubsetOf(NEEDED);
  }

  private static String packageOf(String type) {
    return type.substring(0, type.lastIndexOf('.'));
  }

  private Set<String> loaded(String list) throws Exception {
    Path log = folder.resolve("loaded");
    Path input = Files.writeString(folder.resolve("list"), list);
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of(Digester.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                    + File.pathSeparator
                    + System.getProperty("java.class.path"),
                Digester.class.getName())
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(Files.readString(output, UTF_8)).isEqualTo(list);
    List<String> names =
        LOADED.matcher(Files.readString(log)).results().map(match -> match.group(1)).toList();
    return new TreeSet<>(names);
  }
}
