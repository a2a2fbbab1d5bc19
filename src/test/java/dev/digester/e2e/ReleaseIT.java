package dev.digester.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files that .ci/release has made. They are a group of their own: most builds make none. */
@Tag("release")
@NeedsProgram("sha256sum")
class ReleaseIT {
  private static final Path FOLDER = Path.of("target", "release");
  private static final Path PROGRAM = Path.of("target", "digester");

  @Test
  void there_are_four_files_and_the_checksums_are_theirs() throws IOException {
    String version = version();
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "digester-" + version + "-linux-amd64.tar.gz",
              "digester-" + version + "-image.tar",
              "digester-" + version + ".cdx.json",
              "SHA256SUMS");
    }
    Outcome check = Command.of("sha256sum", "--check", "SHA256SUMS").in(FOLDER).run().orFail();
    assertThat(check.out()).hasLineCount(3);
  }

  @Test
  void the_archive_holds_the_program_and_what_belongs_to_it() throws IOException {
    byte[] zipped = Files.readAllBytes(file("-linux-amd64.tar.gz"));
    List<TarEntry> files;
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      files = TarEntry.read(in.readAllBytes());
    }
    assertThat(files)
        .extracting(TarEntry::listing)
        .containsExactly(
            "0 755 0:0 digester",
            "0 644 0:0 LICENSE",
            "0 644 0:0 README.md",
            "0 644 0:0 CHANGELOG.md",
            "0 644 0:0 NOTICE");
    assertThat(files).extracting(TarEntry::modified).containsOnly(0L);
    assertThat(files.getFirst().content().array()).isEqualTo(Files.readAllBytes(PROGRAM));
  }

  @Test
  void the_image_starts_the_same_program() throws IOException {
    OciImage image = OciImage.read(file("-image.tar"));
    assertThat(image.setting("Entrypoint")).isEqualTo("[\"/digester\"]");
    assertThat(image.file("digester").content().array()).isEqualTo(Files.readAllBytes(PROGRAM));
  }

  @Test
  void the_bill_of_materials_lists_what_is_inside_the_program_and_nothing_else()
      throws IOException {
    JsonNode bill = new JsonMapper().readTree(file(".cdx.json").toFile());
    assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
    assertThat(bill.path("metadata").path("component").path("purl").asString())
        .startsWith("pkg:maven/dev.digester/digester@" + version());
    assertThat(elements(bill.path("components")))
        .extracting(part -> part.path("name").asString())
        .containsExactlyInAnyOrder(
            "snakeyaml-engine",
            "jackson-annotations",
            "jackson-core",
            "jackson-databind",
            "jackson-dataformat-toml",
            "jspecify",
            "openjdk",
            "picocli",
            "re2j");
    assertThat(elements(bill.path("components")))
        .allSatisfy(part -> assertThat(part.path("version").asString()).matches("\\d.*"))
        .allSatisfy(part -> assertThat(part.path("licenses")).isNotEmpty());
  }

  @Test
  void each_of_them_has_left_its_names_in_the_program() throws IOException {
    String program = Files.readString(PROGRAM, ISO_8859_1);
    Stream<String> names =
        Stream.of(
            "org.snakeyaml.engine.",
            "com.fasterxml.jackson.annotation.",
            "tools.jackson.core.",
            "tools.jackson.databind.",
            "tools.jackson.dataformat.toml.",
            "org.jspecify.annotations.",
            "java.lang.",
            "picocli.",
            "com.google.re2j.");
    assertThat(names.filter(name -> !program.contains(name))).isEmpty();
  }

  private static Path file(String ending) throws IOException {
    return FOLDER.resolve("digester-" + version() + ending);
  }

  private static String version() throws IOException {
    return Files.readString(Path.of("pom.xml"))
        .replaceFirst("(?s).*?<version>", "")
        .replaceFirst("(?s)<.*", "");
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
