package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The build makes the image and pushes it; the files are those that the last native build laid out.
 */
@NeedsImage
@NeedsProgram({RealRegistry.PROGRAM, "skopeo", "mvn"})
class ImagePushIT {
  private static final String REPOSITORY = "/tools/digester";

  @TempDir private Path folder;

  @Test
  void it_is_made_again_bit_by_bit_and_pushed_in_the_clear_on_loopback() throws IOException {
    try (RealRegistry registry = RealRegistry.plain(folder)) {
      Outcome outcome = build("-Dimage.to=" + registry.address() + REPOSITORY + ":1").orFail();

      String digest = OciImage.read(NeedsImage.FILE).digest();
      assertThat(built().digest()).isEqualTo(digest);
      assertThat(outcome.out()).contains(registry.address() + REPOSITORY + "@" + digest + "\n");
      assertThat(digestIn(registry)).isEqualTo(digest);
    }
  }

  @Test
  void a_registry_of_ones_own_authority_gets_the_usual_credentials() throws IOException {
    TestCa ca = TestCa.in(folder);
    try (RealRegistry registry =
        RealRegistry.start(folder, new RealRegistry.Access.Basic(), Optional.of(ca))) {
      String to = "-Dimage.to=" + registry.address() + REPOSITORY + ":1";
      String trust = "-Dimage.ca=" + ca.caFile();
      Path config = Files.createDirectory(folder.resolve("docker")).resolve("config.json");

      Files.writeString(config, "{}");
      assertThat(message(build(to, trust))).contains("nauthorized", registry.address());
      Files.writeString(config, RealRegistry.dockerConfig(registry.address()));
      assertThat(message(build(to))).contains(registry.address(), "certification path");
      Outcome pushed = build(to, trust, "-Dimage.function=set-image").orFail();

      assertThat(built().setting("Entrypoint")).isEqualTo("[\"/set-image\"]");
      assertThat(pushed.out())
          .contains(registry.address() + REPOSITORY + "@" + built().digest() + "\n");
      assertThat(pushed.out() + pushed.err())
          .doesNotContain(RealRegistry.CREDENTIALS.split(":", 2)[1]);
    }
  }

  @Test
  void it_can_be_one_of_the_functions_and_nothing_else() {
    assertThat(message(build("-Dimage.function=tmp"))).contains("set-image", "apply-setters");
  }

  @Test
  void no_other_host_is_spoken_to_in_the_clear() throws IOException {
    try (RealRegistry registry = RealRegistry.plain(folder)) {
      // The C library's short spelling of 127.0.0.1 leads there and does not look like it.
      String host = registry.address().replace("127.0.0.1", "127.1");
      Outcome outcome = build("-Dimage.to=" + host + REPOSITORY + ":1");
      assertThat(message(outcome)).contains("https://" + host);
    }
  }

  /** What `mvn -Pnative,image package` does after it has made the executable. */
  private Outcome build(String... settings) {
    return Command.of("./mvnw", "-B", "-q", "-o", "-Pimage", "exec:exec@image")
        .with("-Dimage.file=" + folder.resolve("image.tar"))
        .with(settings)
        .env("DOCKER_CONFIG", folder.resolve("docker").toString())
        .run();
  }

  private OciImage built() throws IOException {
    return OciImage.read(folder.resolve("image.tar"));
  }

  private static String message(Outcome outcome) {
    assertThat(outcome.exitCode()).isNotZero();
    var line = Pattern.compile("(?m)^.*the image cannot be made: .*$").matcher(outcome.err());
    assertThat(line.find()).as(outcome.out() + outcome.err()).isTrue();
    return line.group();
  }

  private static String digestIn(RealRegistry registry) {
    return Command.of("skopeo", "inspect", "--tls-verify=false", "--format", "{{.Digest}}")
        .with("docker://" + registry.address() + REPOSITORY + ":1")
        .run()
        .orFail()
        .out()
        .strip();
  }
}
