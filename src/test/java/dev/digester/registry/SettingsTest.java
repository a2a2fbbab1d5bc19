package dev.digester.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @ParameterizedTest
  @CsvSource({
    "m.example, m.example, '', a/b",
    "m.example:5000, m.example:5000, '', a/b",
    "m.example/hub, m.example, hub, hub/a/b",
    "m.example:5000/x/y/, m.example:5000, x/y, x/y/a/b",
  })
  void a_mirror_is_a_host_and_a_prefix(String text, String host, String prefix, String repository) {
    var mirror = Mirror.parse(text).orElseThrow();
    assertThat(mirror).isEqualTo(new Mirror(host, prefix));
    assertThat(mirror.repository("a/b")).isEqualTo(repository);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/hub", "m.example//hub"})
  void other_texts_are_not_mirror(String text) {
    assertThat(Mirror.parse(text)).isEmpty();
  }

  @Test
  void settings_cannot_be_wrong() {
    assertThatThrownBy(() -> RegistrySettings.defaults(""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RegistrySettings("h", List.of(), true, Optional.empty(), false, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_first_settings_of_a_host_count_by_name_and_by_address() {
    var hub = new RegistrySettings("docker.io", List.of(), true, Optional.empty(), true, 5);
    var settings =
        new Settings(
            List.of(hub, RegistrySettings.defaults("docker.io"), RegistrySettings.defaults("a b")));
    assertThat(settings.of("docker.io")).isEqualTo(hub);
    assertThat(settings.concurrency(new Authority("REGISTRY-1.docker.io", 443))).isEqualTo(5);
    assertThat(settings.find(new Authority("docker.io", 443))).isEmpty();
    assertThat(settings.of("other").concurrency()).isEqualTo(RegistrySettings.DEFAULT_CONCURRENCY);
  }

  @ParameterizedTest
  @CsvSource({
    "docker.io, registry-1.docker.io",
    "index.docker.io, docker.io",
    "registry-1.docker.io:443, docker.io",
    "reg.example, reg.example:443",
    "reg.example:443, reg.example",
    "Reg.example, reg.EXAMPLE",
  })
  void settings_of_a_registry_are_found_by_each_of_its_names(String written, String asked) {
    var own = new RegistrySettings(written, List.of(), true, Optional.empty(), true, 5);
    assertThat(new Settings(List.of(own)).of(asked)).isEqualTo(own);
  }

  @Test
  void docker_hub_is_asked_at_one_host_by_each_of_its_names() {
    assertThat(List.of("docker.io", "index.docker.io", "registry-1.docker.io", "docker.io:443"))
        .allSatisfy(name -> assertThat(Authority.api(name)).isEqualTo("registry-1.docker.io"));
    assertThat(Authority.api("localhost:443")).isEqualTo("localhost:443");
  }

  @Test
  void settings_of_a_domain_are_those_of_its_subdomains_without_their_own() {
    var lab = new RegistrySettings("*.lab.example", List.of(), true, Optional.empty(), true, 5);
    var own = RegistrySettings.defaults("own.lab.example");
    var settings = new Settings(List.of(lab, own));
    assertThat(settings.of("a.lab.example:5000")).isEqualTo(lab);
    assertThat(settings.of(new Authority("a.b.lab.example", 443))).isEqualTo(lab);
    assertThat(settings.of("own.lab.example")).isEqualTo(own);
    assertThat(settings.of("lab.example").insecure()).isFalse();
    assertThat(settings.of("notlab.example").insecure()).isFalse();
  }

  @Test
  void an_ipv6_address_has_one_spelling() {
    var full = new Authority("0:0:0:0:0:0:0:1", 5000);
    assertThat(Authority.of(URI.create("https://[::1]:5000/"))).isEqualTo(full);
    assertThat(new Authority("[::1]", 5000)).isEqualTo(full);
    assertThat(new Authority("fe80::1%nowhere9", 1).host()).contains("fe80");
  }

  @Test
  void a_deadline_passes() {
    var time = new TestTime();
    var deadline = Deadline.after(Duration.ofSeconds(5), time);
    assertThat(deadline.hasPassed()).isFalse();
    time.sleep(Duration.ofSeconds(9));
    assertThat(deadline.remaining()).isZero();
    assertThat(deadline.hasPassed()).isTrue();
  }

  @Test
  void a_429_halves_a_hosts_limit_once_for_all_that_were_under_way() throws InterruptedException {
    var limiter = new Limiter(32);
    var first = limiter.enter(Duration.ZERO).orElseThrow();
    var second = limiter.enter(Duration.ZERO).orElseThrow();
    var refused =
        new Outcome.Answer(
            URI.create("http://h"),
            429,
            java.net.http.HttpHeaders.of(java.util.Map.of(), (a, b) -> true),
            Bytes.NONE);
    limiter.tooMany(first, refused, Optional.empty());
    limiter.tooMany(second, refused, Optional.empty());
    assertThat(limiter.limit()).isEqualTo(16);
    limiter.leave();
    limiter.leave();
    for (var i = 0; i < 10; i++) {
      limiter.tooMany(limiter.enter(Duration.ZERO).orElseThrow(), refused, Optional.empty());
      limiter.leave();
    }
    assertThat(limiter.limit()).isEqualTo(1);
    assertThat(limiter.enter(Duration.ZERO)).isPresent();
    assertThat(limiter.enter(Duration.ofMillis(1))).as("no place in time").isEmpty();
  }
}
