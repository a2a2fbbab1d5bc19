package dev.digester.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.digester.registry.AskedFor;
import dev.digester.registry.ManifestQuery;
import dev.digester.registry.RegistrySettings;
import dev.digester.resolve.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachineRegistriesTest {
  @TempDir private Path folder;

  private static ManifestQuery query(String host, String repository) {
    return new ManifestQuery(host, repository, "v1", List.of());
  }

  private static AskedFor ns(String registry) {
    return new AskedFor(Optional.of(registry), Map.of(), false);
  }

  private static AskedFor plainNs(String registry) {
    return new AskedFor(Optional.of(registry), Map.of(), true);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private MachineRegistries containers() {
    return new ContainersRegistries(Map.of(), folder.resolve("home"), folder).read();
  }

  private MachineRegistries containerd() {
    return new ContainerdHosts(folder).read();
  }

  private static Route route(MachineRegistries registries, String host, String repository) {
    return registries.of(query(host, repository)).orElseThrow();
  }

  @Test
  void without_files_nothing_is_said() {
    assertThat(containers().of(query("docker.io", "library/nginx"))).isEmpty();
    assertThat(containerd().of(query("docker.io", "library/nginx"))).isEmpty();
  }

  @Test
  void mirrors_and_locations_take_the_place_of_the_longest_prefix() throws IOException {
    write(
        "registries.conf",
        """
        unqualified-search-registries = ["docker.io"]
        [[registry]]
        prefix = "docker.io"
        location = "origin.example/hub"
        [[registry.mirror]]
        location = "m.example:5000/cache"
        insecure = true
        [[registry.mirror]]
        location = "digests.example"
        pull-from-mirror = "digest-only"
        [[registry]]
        prefix = "docker.io/library/nginx"
        location = "nginx.example/nginx"
        """);
    assertThat(route(containers(), "docker.io", "team/app"))
        .isEqualTo(
            new Route.Open(
                List.of(query("m.example:5000", "cache/team/app")),
                Optional.of(query("origin.example", "hub/team/app"))));
    assertThat(route(containers(), "docker.io", "library/nginx"))
        .isEqualTo(new Route.Open(List.of(), Optional.of(query("nginx.example", "nginx"))));
    assertThat(containers().hosts())
        .filteredOn(RegistrySettings::insecure)
        .extracting(RegistrySettings::host)
        .containsExactly("m.example:5000");
  }

  @Test
  void a_wildcard_covers_subdomains_and_blocked_names_its_file() throws IOException {
    write("registries.conf.d/a.conf", "[[registry]]\nprefix = \"*.bad.example\"\nblocked = true\n");
    assertThat(route(containers(), "x.bad.example", "a"))
        .isEqualTo(
            new Route.Blocked(
                folder.resolve("registries.conf.d/a.conf")
                    + " blocks it: 'blocked = true' for *.bad.example"));
    assertThat(containers().of(query("bad.example", "a"))).isEmpty();
    assertThat(containers().of(query("x.bad.example.org", "a"))).isEmpty();
    assertThat(route(containers(), "x.bad.example:5000", "a")).isInstanceOf(Route.Blocked.class);
  }

  @Test
  void a_wildcard_may_be_insecure_for_all_subdomains() throws IOException {
    write("registries.conf", "[[registry]]\nprefix = \"*.lab.example\"\ninsecure = true\n");
    assertThat(containers().hosts())
        .extracting(RegistrySettings::host, RegistrySettings::insecure)
        .containsExactly(tuple("*.lab.example", true));
  }

  @Test
  void a_later_file_replaces_a_rule_and_version_1_is_refused() throws IOException {
    write("registries.conf", "[[registry]]\nlocation = \"a.example\"\nblocked = true\n");
    write("registries.conf.d/b.conf", "[[registry]]\nlocation = \"a.example\"\n");
    assertThat(route(containers(), "a.example", "b")).isInstanceOf(Route.Open.class);
    write("registries.conf.d/c.conf", "[registries.search]\nregistries = []\n");
    assertThatThrownBy(this::containers).hasMessageContaining("c.conf is written in version 1");
  }

  @Test
  void hosts_of_containerd_are_asked_in_order_where_they_may_resolve() throws IOException {
    write(
        "docker.io/hosts.toml",
        """
        server = "https://registry-1.docker.io"
        [host."https://m.example:5000"]
          capabilities = ["pull", "resolve"]
          ca = "ca.crt"
          client = [["c.pem", "k.pem"]]
        [host."http://plain.example/v2/hub"]
          override_path = true
        [host."https://push.example"]
          capabilities = ["push"]
        """);
    assertThat(route(containerd(), "docker.io", "library/nginx"))
        .isEqualTo(
            new Route.Open(
                List.of(
                    query("m.example:5000", "library/nginx").telling(ns("docker.io")),
                    query("plain.example", "hub/library/nginx").telling(plainNs("docker.io"))),
                Optional.of(query("docker.io", "library/nginx"))));
    RegistrySettings mirror = containerd().hosts().get(1);
    assertThat(mirror.ca()).contains(folder.resolve("docker.io/ca.crt").toString());
    assertThat(mirror.client().orElseThrow().key()).isEqualTo(folder.resolve("docker.io/k.pem"));
    assertThat(containerd().hosts().get(2).insecure()).isTrue();
  }

  @Test
  void the_default_of_containerd_is_for_hosts_without_a_directory() throws IOException {
    write("_default/hosts.toml", "[host.\"https://all.example\"]\n");
    write("own.example_5000_/hosts.toml", "skip_verify = true\n");
    assertThat(route(containerd(), "docker.io", "a"))
        .isEqualTo(
            new Route.Open(
                List.of(query("all.example", "a").telling(ns("docker.io"))),
                Optional.of(query("docker.io", "a"))));
    assertThat(route(containerd(), "own.example:5000", "a"))
        .isEqualTo(new Route.Open(List.of(), Optional.of(query("own.example:5000", "a"))));
  }

  @Test
  void only_a_host_that_is_not_the_registry_is_told_the_registry() throws IOException {
    write("docker.io/hosts.toml", "[host.\"https://registry-1.docker.io\"]\n");
    write("quay.io/hosts.toml", "server = \"https://m.example\"\n[host.\"https://quay.io\"]\n");
    write("other.example/hosts.toml", "[host.\"https://registry-1.docker.io\"]\n");
    assertThat(route(containerd(), "docker.io", "a"))
        .isEqualTo(
            new Route.Open(List.of(query("docker.io", "a")), Optional.of(query("docker.io", "a"))));
    assertThat(route(containerd(), "quay.io", "a"))
        .isEqualTo(
            new Route.Open(
                List.of(query("quay.io", "a")),
                Optional.of(query("m.example", "a").telling(ns("quay.io")))));
    assertThat(route(containerd(), "other.example", "a"))
        .isEqualTo(
            new Route.Open(
                List.of(query("docker.io", "a").telling(ns("other.example"))),
                Optional.of(query("other.example", "a"))));
  }

  @Test
  void each_host_has_its_own_headers() throws IOException {
    write(
        "docker.io/hosts.toml",
        """
        [header]
        x-own = "o"
        [host."https://m.example".header]
        X-Key = ["s3cret", "t"]
        [host."https://n.example"]
        """);
    Route.Open route = (Route.Open) route(containerd(), "docker.io", "a");
    assertThat(route.mirrors())
        .extracting(mirror -> mirror.askedFor().headers())
        .containsExactly(Map.of("X-Key", List.of("s3cret", "t")), Map.of());
    assertThat(route.origin().orElseThrow().askedFor().headers())
        .isEqualTo(Map.of("x-own", List.of("o")));
    assertThat(route.toString() + containerd()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"a b\" = \"s3cret\"", "Host = \"s3cret\"", "x = \"s3cret\\n\"", "x = 1"})
  void a_header_that_cannot_be_sent_is_an_error_without_its_value(String header)
      throws IOException {
    write("docker.io/hosts.toml", "[host.\"https://m.example\".header]\n" + header + "\n");
    assertThatThrownBy(this::containerd)
        .hasMessageContaining("hosts.toml has a 'header' that cannot be sent: ")
        .hasMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @CsvSource({
    "h.example/, h.example, a",
    "h.example//, h.example, a",
    "h.example/evil/, h.example, evil/app",
    "H.Example, h.example, a",
    "h.example, H.EXAMPLE, a",
    "h.example/evil/app:v1, h.example, evil/app",
    "*.Example, x.EXAMPLE, a",
  })
  void case_10_what_is_blocked_is_blocked_in_every_spelling(
      String prefix, String host, String repository) throws IOException {
    write(
        "registries.conf",
        "[[registry]]\nprefix = \"%s\"\nlocation = \"x.example/y\"\nblocked = true\n"
            .formatted(prefix));
    assertThat(route(containers(), host, repository)).isInstanceOf(Route.Blocked.class);
  }

  @Test
  void a_prefix_may_have_a_tag_or_a_digest() throws IOException {
    String digest = "sha256:" + "0".repeat(64);
    write(
        "registries.conf",
        """
        [[registry]]
        prefix = "h.example/app:v1"
        location = "m.example/app:v2"
        [[registry]]
        prefix = "h.example/app@%s"
        blocked = true
        """
            .formatted(digest));
    assertThat(route(containers(), "h.example", "app"))
        .isEqualTo(
            new Route.Open(
                List.of(), Optional.of(new ManifestQuery("m.example", "app", "v2", List.of()))));
    assertThat(containers().of(new ManifestQuery("h.example", "app", "v10", List.of()))).isEmpty();
    assertThat(containers().of(new ManifestQuery("h.example", "app", digest, List.of())))
        .containsInstanceOf(Route.Blocked.class);
  }

  @Test
  void a_location_with_a_scheme_is_an_error() throws IOException {
    write(
        "registries.conf",
        """
        [[registry]]
        location = "h.example"
        [[registry.mirror]]
        location = "http://m.example"
        """);
    assertThatThrownBy(this::containers)
        .hasMessageContaining("registries.conf has a location or prefix with a scheme");
  }
}
