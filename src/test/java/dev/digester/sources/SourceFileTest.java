package dev.digester.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.credentials.Answer;
import dev.digester.reference.ImageReference;
import dev.digester.resolve.Question;
import dev.digester.resolve.Resolution;
import dev.digester.resolve.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class SourceFileTest {
  private static final String A = "sha256:" + "a".repeat(64);
  private static final String B = "sha256:" + "b".repeat(64);

  private static String answer(SourceFile file, String image) {
    return answer(DigestSources.of(List.of(file)), image);
  }

  private static String answer(DigestSources sources, String image) {
    return sources.find(ImageReference.parse(image)).map(SourceFileTest::said).orElse("nothing");
  }

  private static String said(FileAnswer answer) {
    return switch (answer) {
      case FileAnswer.Pinned(var digest, _, _) -> digest.toString();
      case FileAnswer.Replaced(var reference, _) -> reference.written();
    };
  }

  private static SourceFile read(String content) {
    return SourceFile.read("f", content);
  }

  @Test
  void an_image_name_of_skaffold_becomes_its_tag() {
    SourceFile file =
        read(
            "{\"builds\":[{\"imageName\":\"ko://Team/App\",\"tag\":\"h:5/app:v2@%s\"},{\"imageName\":\"web\",\"tag\":\"h:5/web:v2\"}],\"x\":1}"
                .formatted(A));
    assertThat(answer(file, "team/app")).isEqualTo("h:5/app:v2@" + A);
    assertThat(answer(file, "docker.io/team/app:other")).isEqualTo("h:5/app:v2@" + A);
    assertThat(answer(file, "web:1")).isEqualTo("h:5/web:v2");
    assertThat(answer(file, "team/app:1@" + B)).isEqualTo("nothing");
    assertThat(answer(file, "h:5/app")).isEqualTo("nothing");
    assertThat(read("{}").known()).isEmpty();
    assertThat(read("{\"builds\": []}").known()).isEmpty();
  }

  @Test
  void the_last_of_two_builds_of_one_name_counts() {
    SourceFile file =
        read(
            "{\"builds\":[{\"imageName\":\"a\",\"tag\":\"a:1\"},{\"imageName\":\"a\",\"tag\":\"a:2\"}]}");
    assertThat(answer(file, "a")).isEqualTo("a:2");
    assertThat(file.warnings()).isEmpty();
  }

  @Test
  void jib_serves_its_image_without_a_tag_and_with_its_tags() {
    String json =
        "{\"image\":\"h:5/jib\",\"imageId\":\"%s\",\"imageDigest\":\"%s\",\"tags\":[\"latest\",\"v1\"],\"imagePushed\":%s}";
    SourceFile file = read(json.formatted(B, A, true));
    for (String image : List.of("h:5/jib", "h:5/jib:v1", "h:5/jib:latest")) {
      assertThat(answer(file, image)).isEqualTo(A);
    }
    assertThat(answer(file, "h:5/jib:v2")).isEqualTo("nothing");
    SourceFile local = read(json.formatted(B, A, false));
    assertThat(answer(local, "h:5/jib")).isEqualTo("nothing");
    assertThat(local.warnings()).containsExactly("f:1: h:5/jib is passed over: it was not pushed");
  }

  @Test
  void a_lock_is_a_source() {
    SourceFile file =
        read(
            "apiVersion: digester.dev/v1alpha1\nkind: ImageLock\nimages:\n- name: nginx\n  digest: "
                + A);
    assertThat(answer(file, "nginx")).isEqualTo(A);
    assertThat(answer(file, "docker.io/library/nginx:latest")).isEqualTo(A);
    assertThatThrownBy(() ->
            read("apiVersion: digester.dev/v1alpha1\nkind: ImageLock\nimages:\n- name: nginx\n"))
        .hasMessage("f:4: nginx has no 'digest'");
  }

  @Test
  void of_kbld_only_what_is_resolved_counts() {
    SourceFile file =
        read(
            """
            apiVersion: kbld.k14s.io/v1alpha1
            kind: Config
            overrides:
            - image: nginx:1
              newImage: index.docker.io/library/nginx@%1$s
              preresolved: true
            - image: rule
              newImage: other@%1$s
            - image: moved:1
              newImage: h:5/moved@%1$s
              preresolved: true
            - imageRepo: repo
              newImage: h:5/moved@%1$s
              preresolved: true
            """
                .formatted(A));
    assertThat(answer(file, "docker.io/nginx:1")).isEqualTo(A);
    assertThat(answer(file, "nginx")).isEqualTo("nothing");
    assertThat(file.warnings())
        .containsExactly(
            "f:7: rule is passed over: it is a rule of kbld and not a digest",
            "f:9: moved:1 is passed over: it is relocated to h:5/moved",
            "f:12: an override is passed over: it is a rule of kbld and not a digest");
  }

  @Test
  void of_an_images_lock_what_has_the_id_of_kbld_counts() {
    SourceFile file =
        read(
            """
            ---
            apiVersion: imgpkg.carvel.dev/v1alpha1
            images:
            - annotations:
                kbld.carvel.dev/id: h:5/app:v1
              image: h:5/app@%1$s
            - image: h:5/other@%1$s
            kind: ImagesLock
            """
                .formatted(A));
    assertThat(answer(file, "h:5/app:v1")).isEqualTo(A);
    assertThat(file.warnings())
        .containsExactly(
            "f:7: h:5/other@" + A + " is passed over: it has no annotation kbld.carvel.dev/id");
  }

  @Test
  void metadata_of_buildx_name_the_digest_of_each_name() {
    String one =
        "{\"containerimage.digest\":\"%s\",\"containerimage.descriptor\":{\"mediaType\":\"m\",\"digest\":\"%s\"},\"image.name\":\"docker.io/u/a:1,docker.io/u/a:2\"}"
            .formatted(A, A);
    SourceFile bake = read("{\"web\":" + one + ",\"buildx.build.warnings\":{}}");
    for (SourceFile file : List.of(read(one), bake)) {
      assertThat(answer(file, "u/a:1")).isEqualTo(A);
      assertThat(answer(file, "u/a:2")).isEqualTo(A);
    }
    SourceFile tools =
        read(
            "{\"containerimage.descriptor\":{\"mediaType\":\"m\",\"digest\":\"%s\",\"size\":1},\"image.name\":\"h:5/seed/multi\"}"
                .formatted(A));
    assertThat(answer(tools, "h:5/seed/multi")).isEqualTo(A);
    assertThat(answer(tools, "h:5/seed/multi:v1")).isEqualTo("nothing");
    assertThat(read("{\"containerimage.digest\":\"" + A + "\"}").warnings())
        .containsExactly("f:1: the image is passed over: it has no name");
  }

  @Test
  void of_image_refs_the_index_counts_which_is_the_first_of_a_name() {
    SourceFile file = read("h:5/app@%s\nh:5/app@%s\n\nh:5/web:v1@%s\n".formatted(A, B, B));
    assertThat(answer(file, "h:5/app")).isEqualTo(A);
    assertThat(answer(file, "h:5/app:latest")).isEqualTo("nothing");
    assertThat(answer(file, "h:5/web:v1")).isEqualTo(B);
    assertThat(file.forLock().entries())
        .extracting(entry -> entry.canonical())
        .containsExactly("h:5/web:v1");
    assertThat(file.forLock().warnings())
        .containsExactly("f: h:5/app is passed over: it has no tag");
  }

  private static final String LAYOUT =
      """
      {"schemaVersion": 2, "manifests": [
      {"mediaType":"m","digest":"%1$s","annotations":{"org.opencontainers.image.ref.name":"h:5/a:v1"}},
      {"digest":"%2$s","annotations":{"io.containerd.image.name":"h:5/b:v1","org.opencontainers.image.ref.name":"v1"}},
      {"digest":"%2$s","annotations":{"org.opencontainers.image.ref.name":"v1"}},
      {"digest":"%2$s"}]}
      """
          .formatted(A, B);

  @Test
  void a_layout_names_images_by_its_annotations() {
    SourceFile file = SourceFile.layout("d", LAYOUT);
    assertThat(answer(file, "h:5/a:v1")).isEqualTo(A);
    assertThat(answer(file, "h:5/b:v1")).isEqualTo(B);
    assertThat(answer(file, "v1")).isEqualTo("nothing");
    assertThat(file.warnings())
        .containsExactly(
            "d:4: " + B + " is passed over: it does not say the name of its image",
            "d:5: " + B + " is passed over: it does not say the name of its image");
  }

  @Test
  void a_layout_may_be_in_an_archive_compressed_or_not() throws IOException {
    byte[] tar = tar("oci-layout", "{}", "./index.json", LAYOUT);
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(tar);
    }
    for (byte[] archive : List.of(tar, zipped.toByteArray())) {
      assertThat(LayoutTar.isTar(archive)).isTrue();
      SourceFile file = LayoutTar.read("x.tar", new ByteArrayInputStream(archive));
      assertThat(answer(file, "h:5/a:v1")).isEqualTo(A);
    }
    assertThatThrownBy(() ->
            LayoutTar.read("x.tar", new ByteArrayInputStream(tar("manifest.json", "[]", "a", "b"))))
        .hasMessage(
            "x.tar: the archive has no index.json: only an OCI layout says which digest a registry has");
  }

  private static byte[] tar(String... namesAndTexts) throws IOException {
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      byte[] text = namesAndTexts[i + 1].getBytes(UTF_8);
      byte[] header = new byte[512];
      byte[] name = namesAndTexts[i].getBytes(UTF_8);
      System.arraycopy(name, 0, header, 0, name.length);
      byte[] size = "%011o".formatted(text.length).getBytes(UTF_8);
      System.arraycopy(size, 0, header, 124, size.length);
      System.arraycopy("ustar".getBytes(UTF_8), 0, header, 257, 5);
      out.write(header);
      out.write(text);
      out.write(new byte[(512 - text.length % 512) % 512]);
    }
    out.write(new byte[1024]);
    return out.toByteArray();
  }

  @Test
  void a_file_of_another_shape_is_an_error_that_lists_the_shapes() {
    for (String content : List.of("a: 1", "[1]", "plain", "", "a: [", "kind: Pod\n", "x@y\n")) {
      assertThatThrownBy(() -> read(content))
          .hasMessageStartingWith("f:")
          .hasMessageContaining(
              "it is none of: artifacts.json of Skaffold, jib-image.json, ImageLock, Config of kbld, ImagesLock of imgpkg, metadata file of buildx, image-refs of ko, OCI layout");
    }
    assertThatThrownBy(() -> read(A))
        .hasMessage("f: it holds a digest and does not say of which image");
  }

  @Test
  void a_digest_or_tag_that_is_not_one_is_an_error() {
    assertThatThrownBy(() -> read("{\"builds\":[{\"imageName\":\"a\",\"tag\":\"x y\"}]}"))
        .hasMessageStartingWith("f:1: ");
    assertThatThrownBy(() -> read("{\"builds\":[{\"imageName\":\"a\"}]}"))
        .hasMessage("f:1: the build of a has no 'tag'");
    assertThatThrownBy(() -> read("{\"image\":\"a\",\"imageDigest\":\"sha256:1\"}"))
        .hasMessage("f:1: a digest must be sha256: and 64 digits of 0-9 and a-f");
    assertThatThrownBy(
            () -> read("{\"image\":\"a\",\"imageDigest\":\"" + A + "\",\"tags\":[\"a b\"]}"))
        .hasMessageStartingWith("f:1: ");
  }

  @Test
  void the_first_of_two_files_that_contradict_counts() {
    DigestSources sources =
        DigestSources.of(
            List.of(
                SourceFile.read("one", "h:5/a:1@" + A + "\n"),
                SourceFile.read("two", "h:5/a:1@" + B + "\n"),
                SourceFile.read("three", "h:5/a:1@" + A + "\n")));
    assertThat(answer(sources, "h:5/a:1")).isEqualTo(A);
    assertThat(sources.warnings())
        .containsExactly("two: h:5/a:1 is %s here and %s in one, which counts".formatted(B, A));
  }

  @Test
  void files_answer_before_the_next_resolver() {
    DigestSources sources =
        DigestSources.of(
            List.of(
                read("h:5/a:1@" + A + "\n"),
                read(
                    "{\"builds\":[{\"imageName\":\"web\",\"tag\":\"h:5/web:2@%s\"},{\"imageName\":\"x\",\"tag\":\"x:2@%s\"}]}"
                        .formatted(A, A))));
    var resolver =
        new SourceResolver(
            question ->
                new Resolution.Failed(
                    Resolution.Cause.UNKNOWN, question.reference().written(), List.of()),
            sources);
    assertThat(resolver.resolve(question("h:5/a:1")))
        .isInstanceOfSatisfying(
            Resolution.Resolved.class,
            found -> {
              assertThat(found.source()).isEqualTo(Source.FILE);
              assertThat(found.digest()).hasToString(A);
            });
    assertThat(resolver.resolve(question("x:1"))).isInstanceOf(Resolution.Resolved.class);
    for (String image : List.of("h:5/a:2", "web:1")) {
      assertThat(resolver.resolve(question(image)))
          .isEqualTo(new Resolution.Failed(Resolution.Cause.UNKNOWN, image, List.of()));
    }
  }

  private static Question question(String image) {
    return new Question(
        ImageReference.parse(image), (_, _) -> new Answer.None(List.of(), Optional.empty()));
  }

  @Test
  void a_lock_takes_what_has_tag_and_digest() {
    SourceFile file =
        read(
            "{\"builds\":[{\"imageName\":\"a\",\"tag\":\"h:5/a:1@%s\"},{\"imageName\":\"b\",\"tag\":\"h:5/b:1\"}]}"
                .formatted(A));
    assertThat(file.forLock().entries())
        .extracting(entry -> entry.canonical() + "@" + entry.digest())
        .containsExactly("h:5/a:1@" + A);
    assertThat(file.forLock().warnings())
        .containsExactly("f: b is passed over: its tag h:5/b:1 has no digest");
  }
}
