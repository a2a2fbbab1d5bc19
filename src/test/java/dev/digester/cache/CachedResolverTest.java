package dev.digester.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.credentials.Answer;
import dev.digester.credentials.Credential;
import dev.digester.credentials.Keychain;
import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import dev.digester.reference.Platform;
import dev.digester.resolve.Question;
import dev.digester.resolve.Resolution;
import dev.digester.resolve.Resolver;
import dev.digester.resolve.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedResolverTest {
  private static final Digest A = Digest.parse("sha256:" + "a".repeat(64)).orElseThrow();
  private static final Keychain NOBODY = (_, _) -> new Answer.None(List.of(), Optional.empty());

  @TempDir Path directory;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final AtomicInteger asked = new AtomicInteger();
  private List<Platform> known = List.of();

  private Resolver cached(Resolver next, Platform... platforms) {
    return new CachedResolver(
        next,
        new DiskCache(directory.resolve("cache")),
        new CachedResolver.Terms(Duration.ofMinutes(10), List.of(platforms), () -> now));
  }

  private Resolution open(Question question) {
    asked.incrementAndGet();
    return new Resolution.Resolved(A, "m", Source.REGISTRY, Optional.empty(), known, List.of());
  }

  private Resolution closed(Question question) {
    ImageReference reference = question.reference();
    question.keychain().resolve(reference.host(), reference.repository());
    return open(question);
  }

  private static Question question(String image, Keychain keychain) {
    return new Question(ImageReference.parse(image), keychain);
  }

  private static Keychain user(String name, String secret) {
    return (_, _) -> new Answer.Found(new Credential.Basic(name, secret), "test");
  }

  private static Source source(Resolution resolution) {
    return ((Resolution.Resolved) resolution).source();
  }

  @Test
  void an_answer_serves_the_next_run_until_it_expires() {
    assertThat(source(cached(this::open).resolve(question("nginx", NOBODY))))
        .isEqualTo(Source.REGISTRY);
    now = now.plus(Duration.ofMinutes(10)).minusMillis(1);
    assertThat(cached(this::open).resolve(question("docker.io/library/nginx:latest", NOBODY)))
        .isEqualTo(
            new Resolution.Resolved(A, "m", Source.CACHE, Optional.empty(), List.of(), List.of()));
    assertThat(source(cached(this::open).resolve(question("nginx:1", NOBODY))))
        .isEqualTo(Source.REGISTRY);
    now = now.plusMillis(1);
    assertThat(source(cached(this::open).resolve(question("nginx", NOBODY))))
        .isEqualTo(Source.REGISTRY);
    now = now.minus(Duration.ofDays(1));
    assertThat(source(cached(this::open).resolve(question("nginx", NOBODY))))
        .as("an answer of the future")
        .isEqualTo(Source.REGISTRY);
  }

  @Test
  void an_answer_serves_only_who_has_the_same_credential() {
    cached(this::closed).resolve(question("h:5/a", user("ann", "secret-word")));
    assertThat(source(cached(this::closed).resolve(question("h:5/a", user("ann", "secret-word")))))
        .isEqualTo(Source.CACHE);
    for (Keychain other : List.of(user("ann", "other"), user("bob", "secret-word"), NOBODY)) {
      assertThat(source(cached(this::closed).resolve(question("h:5/a", other))))
          .isEqualTo(Source.REGISTRY);
    }
  }

  @Test
  void what_a_registry_says_to_anybody_needs_no_credential() {
    cached(this::open).resolve(question("h:5/a", NOBODY));
    Keychain never =
        (_, _) -> {
          throw new AssertionError("a helper ran for the cache");
        };
    assertThat(source(cached(this::open).resolve(question("h:5/a", never))))
        .isEqualTo(Source.CACHE);
    cached(this::open).resolve(question("h:5/other", never));
  }

  @Test
  void no_secret_and_no_user_name_is_on_disk() throws IOException {
    cached(this::closed).resolve(question("h:5/a", user("ann-the-user", "secret-word")));
    for (Path file : files()) {
      assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
          .doesNotContain("secret-word")
          .doesNotContain("ann-the-user");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
          .isEqualTo("rwx------");
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("cache"))))
        .isEqualTo("rwx------");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void a_failure_is_not_kept() {
    Resolver failing =
        _ -> new Resolution.Failed(Resolution.Cause.UNREACHABLE, "no route", List.of());
    cached(failing).resolve(question("nginx", NOBODY));
    assertThat(source(cached(this::open).resolve(question("nginx", NOBODY))))
        .isEqualTo(Source.REGISTRY);
  }

  @Test
  void an_answer_without_platforms_does_not_serve_a_run_that_asks_for_them() {
    Platform amd64 = Platform.parse("linux/amd64").orElseThrow();
    Platform arm64 = Platform.parse("linux/arm64").orElseThrow();
    cached(this::open).resolve(question("nginx", NOBODY));
    known = List.of(amd64);
    assertThat(source(cached(this::open, amd64).resolve(question("nginx", NOBODY))))
        .isEqualTo(Source.REGISTRY);
    assertThat(source(cached(this::open, amd64).resolve(question("nginx", NOBODY))))
        .isEqualTo(Source.CACHE);
    assertThat(source(cached(this::open).resolve(question("nginx", NOBODY))))
        .isEqualTo(Source.CACHE);
    assertThat(source(cached(this::open, arm64).resolve(question("nginx", NOBODY))))
        .isEqualTo(Source.REGISTRY);
  }

  @Test
  void a_damaged_entry_is_as_none() throws IOException {
    cached(this::open).resolve(question("nginx", NOBODY));
    Path entry = files().stream().filter(file -> !file.endsWith("key")).findFirst().orElseThrow();
    String whole = Files.readString(entry);
    for (String damaged :
        List.of("", "x", whole.substring(1), whole.replace("aaa", "aab"), whole + "\n")) {
      Files.writeString(entry, damaged);
      assertThat(source(cached(this::open).resolve(question("nginx", NOBODY))))
          .isEqualTo(Source.REGISTRY);
      assertThat(source(cached(this::open).resolve(question("nginx", NOBODY))))
          .isEqualTo(Source.CACHE);
    }
  }

  @Test
  void a_cache_that_others_may_read_or_that_cannot_be_written_is_as_none() throws IOException {
    Files.writeString(directory.resolve("cache"), "a file");
    for (int i = 0; i < 2; i++) {
      assertThat(source(cached(this::open).resolve(question("nginx", NOBODY))))
          .isEqualTo(Source.REGISTRY);
    }
    Files.delete(directory.resolve("cache"));
    cached(this::open).resolve(question("nginx", NOBODY));
    Path key = files().stream().filter(file -> file.endsWith("key")).findFirst().orElseThrow();
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(source(cached(this::open).resolve(question("nginx", NOBODY))))
        .isEqualTo(Source.REGISTRY);
  }

  @Test
  void many_processes_at_once_are_safe() throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Resolution>> runs = new ArrayList<>();
      for (int i = 0; i < 320; i++) {
        String image = "h:5/a" + i % 20;
        runs.add(() -> cached(this::closed).resolve(question(image, user("ann", "word"))));
      }
      for (var run : executor.invokeAll(runs)) {
        assertThat(((Resolution.Resolved) run.get()).digest()).isEqualTo(A);
      }
    }
    assertThat(new DiskCache(directory.resolve("cache")).list()).hasSize(20);
    assertThat(files()).hasSize(21);
    asked.set(0);
    for (int i = 0; i < 20; i++) {
      cached(this::closed).resolve(question("h:5/a" + i, user("ann", "word")));
    }
    assertThat(asked).hasValue(0);
  }

  @Test
  void clear_removes_our_files_only() throws IOException {
    cached(this::open).resolve(question("nginx", NOBODY));
    Path foreign = Files.writeString(directory.resolve("cache/mine.txt"), "x");
    Path inside = Files.writeString(directory.resolve("cache/answers-v1/mine.txt"), "x");
    Path left = Files.writeString(directory.resolve("cache/answers-v1/.new-0123456789abcdef"), "x");
    DiskCache cache = new DiskCache(directory.resolve("cache"));
    assertThat(cache.list())
        .extracting(CachedAnswer::image)
        .containsExactly("docker.io/library/nginx:latest");
    assertThat(cache.clear()).isEqualTo(1);
    assertThat(files()).containsExactlyInAnyOrder(foreign, inside);
    assertThat(left).doesNotExist();
    assertThat(cache.list()).isEmpty();
    assertThat(cache.clear()).isZero();
  }
}
