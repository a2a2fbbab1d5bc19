package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the image, and that the Dockerfile makes the same one. */
@NeedsImage
class ImageIT {
  /** Bytes: what every machine that runs the function has to fetch once. */
  private static final long MOST_BYTES = 60_000_000;

  private static OciImage image;

  @TempDir private Path folder;

  @BeforeAll
  static void read() throws IOException {
    image = OciImage.read(NeedsImage.FILE);
  }

  @Test
  void it_starts_the_program_as_nobody() {
    assertThat(image.setting("Entrypoint")).isEqualTo("[\"/digester\"]");
    assertThat(image.setting("Cmd")).isEmpty();
    assertThat(image.setting("User")).isEqualTo("\"65534\"");
    assertThat(image.setting("Env"))
        .isEqualTo("[\"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\"]");
  }

  @Test
  void it_says_what_it_is_in_the_words_of_OCI() {
    assertThat(image.config().path("Labels").properties())
        .allSatisfy(label -> assertThat(label.getKey()).startsWith("org.opencontainers.image."))
        .extracting(label -> label.getKey().replaceFirst(".*\\.", ""))
        .containsExactlyInAnyOrder("title", "description", "licenses", "version");
  }

  @Test
  void it_holds_what_the_program_needs_and_nothing_else() {
    assertThat(image.files())
        .extracting(TarEntry::listing)
        .containsExactlyInAnyOrder(
            "0 755 0:0 digester",
            "2 777 0:0 apply-setters -> digester",
            "2 777 0:0 create-setters -> digester",
            "2 777 0:0 list-setters -> digester",
            "2 777 0:0 set-image -> digester",
            "5 755 0:0 etc",
            "0 644 0:0 etc/group",
            "0 644 0:0 etc/nsswitch.conf",
            "0 644 0:0 etc/passwd",
            "5 755 0:0 etc/ssl",
            "5 755 0:0 etc/ssl/certs",
            "0 644 0:0 etc/ssl/certs/ca-certificates.crt",
            "5 755 0:0 lib",
            "5 755 0:0 lib/x86_64-linux-gnu",
            "0 755 0:0 lib/x86_64-linux-gnu/libc.so.6",
            "5 755 0:0 lib64",
            "0 755 0:0 lib64/ld-linux-x86-64.so.2",
            "5 777 0:0 tmp");
    assertThat(image.files()).extracting(TarEntry::modified).containsOnly(0L);
    assertThat(image.size()).isLessThan(MOST_BYTES);
  }

  @Test
  void it_knows_no_one_and_the_authorities_of_the_web() {
    assertThat(image.file("etc/passwd").text()).contains("nobody:x:65534:65534:");
    assertThat(image.file("etc/ssl/certs/ca-certificates.crt").text().lines())
        .filteredOn("-----BEGIN CERTIFICATE-----"::equals)
        .hasSizeGreaterThan(100);
  }

  @Test
  void the_Dockerfile_makes_the_same_image() throws IOException {
    String name = "localhost/digester-under-test:dockerfile";
    Path archive = folder.resolve("built.tar");
    Engine.PODMAN.command("build", "--tag", name, ".").run().orFail();
    Engine.PODMAN
        .command("save", "--format", "oci-archive", "--output", archive.toString(), name)
        .run()
        .orFail();
    OciImage built = OciImage.read(archive);

    assertThat(parts(built, TarEntry::listing)).isEqualTo(parts(image, TarEntry::listing));
    assertThat(parts(built, TarEntry::content)).isEqualTo(parts(image, TarEntry::content));
    for (String setting : new String[] {"Entrypoint", "Cmd", "User", "Env", "WorkingDir"}) {
      assertThat(built.setting(setting)).as(setting).isEqualTo(image.setting(setting));
    }
    assertThat(built.config().path("Labels").properties())
        .filteredOn(label -> !label.getKey().equals("io.buildah.version"))
        .containsExactlyInAnyOrderElementsOf(image.config().path("Labels").properties());
  }

  private static <T> List<T> parts(OciImage image, Function<TarEntry, T> part) {
    return image.files().stream()
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .map(part)
        .toList();
  }
}
