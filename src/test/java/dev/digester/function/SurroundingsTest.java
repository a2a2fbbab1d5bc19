package dev.digester.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.process.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
  private static boolean inContainer(Map<String, String> environment) {
    return new Surroundings(environment, "nowhere", InstantSource.system(), false, false)
        .inContainer();
  }

  @Test
  void the_variable_container_tells_that_this_is_one() {
    assertThat(inContainer(Map.of("container", "podman"))).isTrue();
  }

  @Test
  void without_it_the_marks_of_docker_and_podman_tell() {
    boolean marked =
        Files.exists(Path.of("/.dockerenv")) || Files.exists(Path.of("/run/.containerenv"));
    assertThat(inContainer(Map.of())).isEqualTo(marked);
  }
}
