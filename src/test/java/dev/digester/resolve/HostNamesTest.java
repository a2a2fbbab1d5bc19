package dev.digester.resolve;

import static dev.digester.registry.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.credentials.Answer;
import dev.digester.credentials.Keychain;
import dev.digester.reference.ImageReference;
import dev.digester.registry.Deadline;
import dev.digester.registry.Mirror;
import dev.digester.registry.NetworkSettings;
import dev.digester.registry.RegistrySettings;
import dev.digester.registry.ScriptedServer;
import dev.digester.resolve.Resolution.Resolved;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hosts with several names, and hosts that cannot be asked. */
class HostNamesTest {
  private static final Keychain NOBODY = (h, r) -> new Answer.None(List.of(), Optional.empty());

  private static BatchResolver batch(RegistrySettings... registries) {
    return BatchResolver.of(
        new ResolveSettings(new NetworkSettings("1", Map.of()), List.of(registries), List.of()),
        Deadline.after(Duration.ofMinutes(1), InstantSource.system()));
  }

  private static List<Question> references(Stream<String> written) {
    return written.map(w -> new Question(ImageReference.parse(w), NOBODY)).toList();
  }

  private static RegistrySettings mirrored(String host, boolean fallback, String... mirrors) {
    var parsed = Stream.of(mirrors).map(m -> Mirror.parse(m).orElseThrow()).toList();
    return new RegistrySettings(host, parsed, fallback, Optional.empty(), false, 32);
  }

  /** registries/03. */
  @Test
  void a_host_that_cannot_be_asked_is_a_failure_of_its_images_only() {
    try (var server = ScriptedServer.start(_ -> manifest())) {
      var odd =
          Stream.of("v1.27", "registry.corp.123", "registry.1a:5000", "127.1:5000", "300.1.2.3:50");
      var found =
          batch()
              .resolveAll(
                  references(
                      Stream.concat(
                          odd.map(h -> h + "/app:1"), Stream.of(server.host() + "/a:v1"))));
      assertThat(found).hasSize(6);
      found.forEach((question, resolution) -> {
        var host = question.reference().host();
        if (host.equals(server.host())) {
          assertThat(resolution).isInstanceOf(Resolved.class);
        } else {
          assertThat(resolution.toString())
              .contains(host + " cannot be reached: its name or port is not an address; " + host)
              .doesNotContain("--network");
        }
      });
    }
  }

  @Test
  void a_mirror_that_cannot_be_asked_is_passed_over() {
    try (var origin = ScriptedServer.start(_ -> manifest())) {
      var batch = batch(mirrored(origin.host(), true, "mirror.1a", "my_mirror:5000/x"));
      assertThat(batch.resolveAll(references(Stream.of(origin.host() + "/a:v1"))).values())
          .allSatisfy(r -> assertThat(r).isInstanceOf(Resolved.class));
    }
  }

  @Test
  void mirrors_of_a_registry_serve_it_under_each_of_its_names() {
    try (var mirror = ScriptedServer.start(_ -> manifest())) {
      var batch =
          batch(
              mirrored("docker.io", false, mirror.host()),
              mirrored("reg.invalid:443", false, mirror.host()));
      var found =
          batch.resolveAll(
              references(
                  Stream.of(
                      "nginx",
                      "registry-1.docker.io/library/a:v1",
                      "index.docker.io/b:v1",
                      "reg.invalid/c:v1",
                      "reg.invalid:443/d:v1")));
      assertThat(found.values())
          .hasSize(5)
          .allSatisfy(r -> assertThat(r).isInstanceOf(Resolved.class));
    }
  }
}
