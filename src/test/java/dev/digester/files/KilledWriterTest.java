package dev.digester.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of files when their writer ends at any moment. */
class KilledWriterTest {
  private static final int FILES = 500;

  /** Kills for one test; {@code -Dkilled.writers=100} for more. */
  private static final int KILLS = Integer.getInteger("killed.writers", 8);

  /** In milliseconds: several generations. */
  private static final int LONGEST_RUN = 400;

  @TempDir Path tree;

  private void makeFiles() throws IOException {
    for (int i = 0; i < FILES; i++) {
      Trees.file(
          tree,
          "d%d/f%03d.yaml".formatted(i % 7, i),
          "apiVersion: v1\nkind: Pod\nmetadata:\n  name: g000000\n# %s\n".formatted("x".repeat(i)));
    }
  }

  private static Process start(List<String> words) throws IOException {
    return new ProcessBuilder(words).redirectErrorStream(true).start();
  }

  /** Where a class was loaded from; launchers of tests have class paths of their own. */
  private static Path placeOf(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  private List<String> program() {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            placeOf(ManifestWriter.class) + File.pathSeparator + placeOf(Rewriting.class),
            Rewriting.class.getName(),
            tree.toString()));
  }

  @Test
  void after_kill_9_each_file_is_wholly_old_or_wholly_new_and_the_next_run_cleans_up()
      throws Exception {
    makeFiles();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int kill = 0; kill < KILLS; kill++) {
      Process writer = start(program());
      assertThat(writer.inputReader(UTF_8).readLine()).isEqualTo("begins");
      boolean ended = writer.waitFor(random.nextInt(LONGEST_RUN), TimeUnit.MILLISECONDS);
      assertThat(ended).as("the writer ended by itself").isFalse();
      writer.destroyForcibly().waitFor();

      assertThat(generations()).as("seed %d, kill %d", seed, kill).hasSizeBetween(1, 2);
    }
    Found found = Trees.find(tree, ".");
    new Leftovers(ProcessMark.current(), InstantSource.system()).remove(found.leftovers());
    assertThat(Trees.find(tree, ".").leftovers()).isEmpty();
  }

  @Test
  void after_a_termination_signal_no_temporary_file_is_left_and_all_files_are_of_one_generation()
      throws Exception {
    makeFiles();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int kill = 0; kill < KILLS / 2; kill++) {
      Process writer = start(program());
      assertThat(writer.inputReader(UTF_8).readLine()).isEqualTo("begins");
      writer.waitFor(random.nextInt(LONGEST_RUN), TimeUnit.MILLISECONDS);
      writer.destroy();
      writer.waitFor();

      assertThat(generations()).as("seed %d, signal %d", seed, kill).hasSize(1);
      assertThat(Trees.find(tree, ".").leftovers()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void where_new_contents_find_no_room_nothing_is_written_and_nothing_is_left() throws Exception {
    makeFiles();
    Trees.file(
        tree,
        "z.yaml",
        "apiVersion: v1\nkind: Pod\nmetadata:\n  name: g000000\n# " + "x".repeat(8_000) + "\n");
    List<String> limited = List.of("bash", "-c", "ulimit -f 4; exec \"$@\"", "bash");
    List<String> words = new ArrayList<>(limited);
    words.addAll(program());

    Process writer = start(words);
    String said = new String(writer.getInputStream().readAllBytes(), UTF_8);
    writer.waitFor();

    assertThat(said)
        .isEqualTo(
            "begins\nz.yaml: cannot be written beside itself: file too large; nothing is written\n");
    assertThat(generations()).containsExactly("g000000");
    assertThat(Trees.find(tree, ".").leftovers()).isEmpty();
  }

  /** The generations of all files, each of which must be whole. */
  private Set<String> generations() throws IOException {
    Set<String> generations = new TreeSet<>();
    for (FoundFile file : Trees.find(tree, ".").files()) {
      List<String> lines = Files.readAllLines(file.path());
      assertThat(lines).hasSize(5);
      generations.add(lines.get(3).substring("  name: ".length()));
      assertThat(lines.get(4)).matches("# x*");
      assertThat(Files.size(file.path()))
          .isEqualTo(
              "apiVersion: v1\nkind: Pod\nmetadata:\n  name: g000000\n\n".length()
                  + lines.get(4).length());
    }
    return generations;
  }
}
