package dev.digester.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.credentials.Answer;
import dev.digester.credentials.Keychain;
import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import dev.digester.reference.Platform;
import dev.digester.registry.ManifestAnswer.Manifest;
import dev.digester.registry.ManifestQuery;
import dev.digester.registry.RegistryFailure;
import dev.digester.resolve.Resolution.Cause;
import dev.digester.resolve.Resolution.Failed;
import dev.digester.resolve.Resolution.Resolved;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResolutionTest {
  private static final Keychain NOBODY = (_, _) -> new Answer.None(List.of(), Optional.empty());

  private static final ManifestQuery QUERY = new ManifestQuery("h.example", "a/b", "v1", List.of());
  private static final Digest DIGEST = Digest.sha256(new byte[0]);
  private static final Platform AMD64 = Platform.parse("linux/amd64").orElseThrow();

  static Map<RegistryFailure, Cause> failures() {
    return Map.ofEntries(
        Map.entry(new RegistryFailure.UnknownTag(QUERY, "404"), Cause.UNKNOWN),
        Map.entry(new RegistryFailure.UnknownRepository(QUERY, "404"), Cause.UNKNOWN),
        Map.entry(new RegistryFailure.Unauthorised("h", "r", "p"), Cause.REFUSED),
        Map.entry(new RegistryFailure.Denied("h", "r", "p"), Cause.REFUSED),
        Map.entry(new RegistryFailure.RateLimited("h", Optional.empty()), Cause.RATE_LIMITED),
        Map.entry(new RegistryFailure.Unreachable("h", "w"), Cause.UNREACHABLE),
        Map.entry(new RegistryFailure.Unreachable("h", "w", true), Cause.UNUSABLE),
        Map.entry(new RegistryFailure.Dropped("h"), Cause.UNUSABLE),
        Map.entry(new RegistryFailure.TimedOut("h", "w"), Cause.TIMED_OUT),
        Map.entry(new RegistryFailure.Untrusted("h", "w"), Cause.UNTRUSTED),
        Map.entry(new RegistryFailure.MissingPlatforms(List.of(AMD64), List.of()), Cause.PLATFORM),
        Map.entry(new RegistryFailure.NoPlatform("h"), Cause.PLATFORM),
        Map.entry(new RegistryFailure.SchemaOne("h"), Cause.UNUSABLE),
        Map.entry(new RegistryFailure.DigestMismatch("h", DIGEST, DIGEST), Cause.UNUSABLE),
        Map.entry(new RegistryFailure.Unusable("h", "w"), Cause.UNUSABLE));
  }

  static Stream<RegistryFailure> kinds() {
    return failures().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void every_failure_has_its_cause_and_one_line_that_no_runtime_filters(RegistryFailure failure) {
    var resolution = (Failed) Resolutions.of(failure, Optional.empty());
    assertThat(resolution.cause()).isEqualTo(failures().get(failure));
    assertThat(resolution.message())
        .isNotBlank()
        .doesNotContain("\n", "Exception", "Digest: sha256", ": Waiting", ": Pulling from")
        .doesNotContain(": Already exists", ": Download complete", ": Pull complete")
        .doesNotContain("Unable to find image", "Trying to pull", "Copying blob", "Getting image");
  }

  @Test
  void notes_are_put_in_front() {
    var resolved =
        Resolutions.of(new Manifest(DIGEST, "t", List.of(AMD64)), Optional.of("m"))
            .withNotes(List.of("b"))
            .withNotes(List.of("a"));
    assertThat(resolved)
        .isEqualTo(
            new Resolved(
                DIGEST, "t", Source.MIRROR, Optional.of("m"), List.of(AMD64), List.of("a", "b")));
    assertThat(new Failed(Cause.UNKNOWN, "m", List.of()).withNotes(List.of("a")).notes())
        .containsExactly("a");
  }

  @Test
  void sources_have_words_for_results() {
    assertThat(Stream.of(Source.values()).map(Source::tag))
        .containsExactly("registry", "mirror", "cache", "lock", "file");
  }

  @Test
  void whoever_asks_for_the_same_later_gets_the_same() {
    var asked = new AtomicInteger();
    var once =
        new OnceResolver(_ -> new Failed(Cause.UNKNOWN, "" + asked.incrementAndGet(), List.of()));
    var first = once.resolve(question("nginx"));
    assertThat(once.resolve(question("nginx:latest"))).isSameAs(first);
    assertThat(once.resolve(question("nginx:1"))).isNotEqualTo(first);
  }

  @Test
  void nothing_asked_is_nothing_answered() {
    assertThat(NetworkHint.addTo(Map.of())).isEmpty();
  }

  private static Question question(String image) {
    return new Question(ImageReference.parse(image), NOBODY);
  }
}
