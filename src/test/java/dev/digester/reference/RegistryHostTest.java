package dev.digester.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryHostTest {
  @ParameterizedTest
  @CsvSource({
    "docker.io, docker.io",
    "index.docker.io, docker.io",
    "registry-1.docker.io, docker.io",
    "Registry-1.Docker.io:443, docker.io",
    "docker.io:443, docker.io",
    "auth.docker.io, auth.docker.io",
    "index.docker.io:5000, index.docker.io:5000",
    "registry.example:443, registry.example",
    "REGISTRY.example, registry.example",
    "registry.example:8443, registry.example:8443",
    "registry.example:80, registry.example:80",
    "localhost:1443, localhost:1443",
    "127.0.0.1:443, 127.0.0.1",
    "[::1]:443, [::1]",
    "[2001:DB8::443], [2001:db8::443]",
    "2001:db8::5:443, 2001:db8::5:443",
    ":443, ''",
    "'', ''",
  })
  void a_registry_has_one_name_for_settings_and_credentials(String written, String canonical) {
    assertThat(RegistryHost.canonical(written)).isEqualTo(canonical);
  }
}
