package dev.digester.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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

class MachineRegistriesTest {
  @TempDir private Path folder;

  private static ManifestQuery query(String host, String repository) {
    return new ManifestQuery(host, repository, "v1", List.of());
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
                    query("m.example:5000", "library/nginx"),
                    query("plain.example", "hub/library/nginx")),
                Optional.of(query("docker.io", "library/nginx"))));
    RegistrySettings mirror = containerd().hosts().get(1);
    assertThat(mirror.ca()).contains(folder.resolve("docker.io/ca.crt").toString());
    assertThat(mirror.client().orElseThrow().key()).isEqualTo(folder.resolve("docker.io/k.pem"));
    assertThat(containerd().hosts().get(2).insecure()).isTrue();
  }

  @Test
  void the_default_of_containerd_is_for_hosts_without_a_folder() throws IOException {
    write("_default/hosts.toml", "[host.\"https://all.example\"]\n");
    write("own.example_5000_/hosts.toml", "skip_verify = true\n");
    assertThat(route(containerd(), "docker.io", "a"))
        .isEqualTo(
            new Route.Open(
                List.of(query("all.example", "a")), Optional.of(query("docker.io", "a"))));
    assertThat(route(containerd(), "own.example:5000", "a"))
        .isEqualTo(new Route.Open(List.of(), Optional.of(query("own.example:5000", "a"))));
  }
}
