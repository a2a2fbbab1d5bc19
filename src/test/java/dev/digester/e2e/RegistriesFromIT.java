package dev.digester.e2e;

import static dev.digester.registry.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program reads settings of other programs. */
class RegistriesFromIT {
  @TempDir private Path folder;

  @Test
  void a_mirror_of_registries_conf_answers() throws IOException {
    try (ScriptedServer mirror = ScriptedServer.start(_ -> manifest())) {
      Path conf =
          Files.writeString(
              folder.resolve("registries.conf"),
              """
              [[registry]]
              prefix = "*.invalid"
              [[registry.mirror]]
              location = "%s/cache"
              """
                  .formatted(mirror.host()));
      Outcome outcome =
          ProgramUnderTest.command()
              .env("CONTAINERS_REGISTRIES_CONF", conf.toString())
              .run(
                  Lists.configured(
                      Lists.ofPods("nowhere.invalid/a:v1"), "{registriesFrom: [containers]}"));
      assertThat(outcome.orFail().out()).contains("mirror: \"" + mirror.host());
      assertThat(mirror.lines()).containsExactly("GET /v2/cache/a/manifests/v1");
    }
  }
}
