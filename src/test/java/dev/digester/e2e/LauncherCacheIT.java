package dev.digester.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The cache of classes beside the JVM's program makes it start faster, and changes nothing else.
 */
@Tag("jvm")
class LauncherCacheIT {
  private static final String EMPTY_LIST =
      "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\n";

  @TempDir private Path directory;
  private Path program;
  private Path cache;

  @BeforeEach
  void copy_both() throws IOException {
    program = directory.resolve("digester");
    Files.copy(ProgramUnderTest.file(), program, COPY_ATTRIBUTES);
    Path built = built();
    cache = directory.resolve(built.getFileName());
    Files.copy(built, cache, COPY_ATTRIBUTES);
  }

  @Test
  void a_copy_of_both_files_starts_from_the_cache() throws IOException {
    assertThat(usesCache(program)).isTrue();
  }

  @Test
  void a_link_to_the_program_starts_from_the_cache() throws IOException {
    Path links = Files.createDirectory(directory.resolve("bin"));

    assertThat(usesCache(Files.createSymbolicLink(links.resolve("digester"), program))).isTrue();
  }

  @Test
  void a_program_without_a_cache_runs() throws IOException {
    Files.delete(cache);

    assertThat(usesCache(program)).isFalse();
  }

  @Test
  void a_cache_of_another_program_is_ignored_silently() throws IOException {
    Files.setLastModifiedTime(program, FileTime.fromMillis(0));

    assertThat(usesCache(program)).isFalse();
  }

  @Test
  void a_cache_that_is_damaged_is_ignored_silently() throws IOException {
    Files.writeString(cache, "not a cache");

    assertThat(usesCache(program)).isFalse();
  }

  /** The one cache that the build left beside the program. */
  private static Path built() throws IOException {
    try (Stream<Path> files = Files.list(ProgramUnderTest.file().getParent())) {
      return files
          .filter(file -> file.getFileName().toString().matches("digester-.*\\.aot"))
          .findAny()
          .orElseThrow();
    }
  }

  /** Runs the program, which must be silent, and returns where its own classes came from. */
  private boolean usesCache(Path started) throws IOException {
    Path log = directory.resolve("classes.log");
    Outcome outcome =
        Command.of(started.toString())
            .env(ProgramUnderTest.JAVA_OPTIONS_VARIABLE, "-Xlog:class+load:file=" + log)
            .run(EMPTY_LIST);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).isEqualTo(EMPTY_LIST);
    assertThat(outcome.exitCode()).isZero();
    return Files.readString(log, UTF_8)
        .contains("dev.digester.Digester source: shared objects file");
  }
}
