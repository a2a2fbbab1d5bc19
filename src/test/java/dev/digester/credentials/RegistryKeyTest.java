package dev.digester.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which keys are for which repositories, and which of several comes first. */
class RegistryKeyTest {

  @ParameterizedTest
  @CsvSource({
    "reg.example, reg.example, a/b",
    "reg.example:5000, reg.example:5000, a",
    "REG.example, reg.EXAMPLE, a",
    "reg.example/, reg.example, a/b",
    "http://reg.example, reg.example, a",
    "https://reg.example, reg.example, a",
    "https://reg.example/, reg.example, a",
    "https://reg.example/v1/, reg.example, a",
    "https://reg.example/v2/, reg.example, a",
    "https://reg.example/v2, reg.example, a",
    "http://localhost:5000/v2/, localhost:5000, a",
    "reg.example/v1/, reg.example, a",
    "reg.example/team, reg.example, team/app",
    "reg.example/team/, reg.example, team/app",
    "reg.example/team/app, reg.example, team/app",
    "https://reg.example/team, reg.example, team/app",
    "https://reg.example/v2/team, reg.example, team/app",
    "https://user:word@reg.example/v1/, reg.example, a",
    "docker.io, docker.io, library/nginx",
    "https://index.docker.io/v1/, docker.io, library/nginx",
    "index.docker.io, docker.io, library/nginx",
    "registry-1.docker.io, docker.io, library/nginx",
    "docker.io/library, docker.io, library/nginx",
    "docker.io, registry-1.docker.io, library/nginx",
    "[::1]:5000, [::1]:5000, a",
    "reg.example, reg.example:443, a",
    "reg.example:443, reg.example, a",
    "https://reg.example:443/v1/, reg.example, a",
    "reg.example:443/team, reg.example, team/app",
    "docker.io:443, index.docker.io, library/nginx",
    "[::1]:443, [::1], a"
  })
  void covers(String key, String host, String repository) {
    assertThat(RegistryKey.parse(key).covers(new Target(host, repository))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "reg.example, other.example, a",
    "reg.example, sub.reg.example, a",
    "example, reg.example, a",
    "reg.example, reg.example:5000, a",
    "reg.example:5000, reg.example, a",
    "reg.example:80, reg.example, a",
    "reg.example:1443, reg.example, a",
    "reg.example:5000, reg.example:5001, a",
    "reg.example/team, reg.example, teams/app",
    "reg.example/team, reg.example, other/team",
    "reg.example/team/app, reg.example, team",
    "reg.example/v1, reg.example, a",
    "*.example, reg.example, a",
    "docker.io, docker.io.example, a",
    "'', reg.example, a"
  })
  void does_not_cover(String key, String host, String repository) {
    assertThat(RegistryKey.parse(key).covers(new Target(host, repository))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "*.example.com, reg.example.com, a",
    "*.*.com, reg.example.com, a",
    "reg-?.example.com, reg-1.example.com, a",
    "reg-[0-9].example.com, reg-1.example.com, a",
    "reg-[^0-9].example.com, reg-x.example.com, a",
    "prefix.*.io, prefix.kubernetes.io, a",
    "*-good.kubernetes.io, prefix-good.kubernetes.io, a",
    "*.example.com:8080, reg.example.com:8080, a",
    "*.example.com/team, reg.example.com, team/app",
    "https://*.example.com/v1/, reg.example.com, a",
    "reg.example/team, reg.example, teams/app",
    "index.docker.io, docker.io, library/nginx"
  })
  void a_kubelet_covers(String key, String host, String repository) {
    assertThat(RegistryKey.parse(key).coversAsKubelet(new Target(host, repository))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "*.example.com, example.com, a",
    "*.example.com, a.b.example.com, a",
    "*.com, reg.example.com, a",
    "*, reg.example.com, a",
    "*.example.com, reg.example.com:8080, a",
    "*.example.com:8080, reg.example.com, a",
    "*.example.com:*, reg.example.com:8080, a",
    "reg-[0-9].example.com, reg-x.example.com, a",
    "reg-[9-0].example.com, reg-1.example.com, a",
    "reg-[.example.com, reg-1.example.com, a",
    "reg.example/team/app, reg.example, team",
    "reg.example/te*, reg.example, team/app",
    "regxexample, reg.example, a"
  })
  void a_kubelet_does_not_cover(String key, String host, String repository) {
    assertThat(RegistryKey.parse(key).coversAsKubelet(new Target(host, repository))).isFalse();
  }

  /** An expression that backtracks would not end. */
  @Test
  void a_kubelets_glob_of_many_stars_takes_little_time() {
    RegistryKey key = RegistryKey.parse("*a".repeat(30) + "b.example.com");
    assertThat(key.coversAsKubelet(new Target("a".repeat(63) + ".example.com", "a"))).isFalse();
    assertThat(key.coversAsKubelet(new Target("a".repeat(62) + "b.example.com", "a"))).isTrue();
  }

  @Test
  void the_longest_path_comes_first_then_the_plainest_spelling() {
    assertThat(
            sorted(
                RegistryKey.LONGEST_FIRST,
                "https://reg.example/v1/",
                "reg.example",
                "reg.example/a",
                "reg.example/a/b"))
        .containsExactly(
            "reg.example/a/b", "reg.example/a", "reg.example", "https://reg.example/v1/");
  }

  @Test
  void what_docker_login_writes_for_docker_hub_comes_before_its_other_names() {
    assertThat(
            sorted(
                RegistryKey.LONGEST_FIRST,
                "index.docker.io",
                "docker.io",
                "https://index.docker.io/v1/"))
        .containsExactly("https://index.docker.io/v1/", "docker.io", "index.docker.io");
  }

  @Test
  void a_host_comes_before_a_glob_and_a_long_glob_before_a_short_one() {
    assertThat(
            sorted(
                RegistryKey.LONGEST_GLOB_FIRST,
                "*.example.com",
                "[a-z][a-z].example.com",
                "https://me.example.com",
                "*.example.com/team"))
        .containsExactly(
            "*.example.com/team",
            "https://me.example.com",
            "[a-z][a-z].example.com",
            "*.example.com");
  }

  @Test
  void a_user_in_a_key_is_not_shown() {
    assertThat(RegistryKey.parse("https://user:word@reg.example/v1/").shown())
        .isEqualTo("reg.example/v1/");
  }

  private static List<String> sorted(Comparator<RegistryKey> order, String... keys) {
    return Stream.of(keys).map(RegistryKey::parse).sorted(order).map(RegistryKey::shown).toList();
  }
}
