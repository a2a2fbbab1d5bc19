package dev.digester.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import dev.digester.reference.Platform;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageLockTest {
  static final String A = "sha256:" + "a".repeat(64);
  static final String B = "sha256:" + "b".repeat(64);
  static final String HEAD =
      """
      apiVersion: digester.dev/v1alpha1
      kind: ImageLock
      metadata:
        name: images
        annotations:
          config.kubernetes.io/local-config: "true"
      """;

  static LockEntry entry(String name, String digest) {
    return new LockEntry(
        ImageReference.parse(name),
        Digest.parse(digest).orElseThrow(),
        java.util.Optional.empty(),
        List.of());
  }

  static ImageLock read(String images) {
    return ImageLock.read("images.lock.yaml", HEAD + images);
  }

  @Test
  void every_spelling_of_an_image_finds_its_entry() {
    ImageLock lock = read("images:\n- name: index.docker.io/nginx\n  digest: " + A + "\n");
    for (String spelling :
        List.of("nginx", "nginx:latest", "docker.io/library/nginx", "nginx:latest@" + B)) {
      assertThat(lock.find(ImageReference.parse(spelling)).orElseThrow().digest()).hasToString(A);
    }
    assertThat(lock.find(ImageReference.parse("nginx:1"))).isEmpty();
    assertThat(lock.find(ImageReference.parse("nginx@" + A))).isEmpty();
  }

  @Test
  void an_entry_counts_only_if_it_has_the_platforms() {
    ImageLock lock =
        read("images:\n- name: nginx\n  digest: " + A + "\n  platforms: [linux/amd64]\n");
    ImageReference nginx = ImageReference.parse("nginx");
    assertThat(lock.find(nginx, List.of())).isPresent();
    assertThat(lock.find(nginx, platforms("linux/amd64"))).isPresent();
    assertThat(lock.find(nginx, platforms("linux/amd64", "linux/arm64"))).isEmpty();
  }

  static List<Platform> platforms(String... names) {
    return java.util.Arrays.stream(names).map(name -> Platform.parse(name).orElseThrow()).toList();
  }

  @Test
  void a_lock_without_entries_is_a_lock() {
    for (String images : List.of("", "images:\n", "images: []\n", "images: null\n")) {
      assertThat(read(images).entries()).isEmpty();
    }
  }

  @Test
  void two_digests_for_one_image_are_an_error_and_one_digest_twice_is_not() {
    assertThat(read(twice(A, A)).entries()).hasSize(1);
    assertThatThrownBy(() -> read(twice(A, B)))
        .hasMessage(
            "images.lock.yaml:10: docker.io/nginx has two digests; the other one is in line 8");
  }

  private static String twice(String one, String other) {
    return "images:\n- name: nginx\n  digest: "
        + one
        + "\n- name: docker.io/nginx\n  digest: "
        + other
        + "\n";
  }

  @Test
  void the_marks_of_a_merge_conflict_are_an_error_with_their_line() {
    String conflict =
        "images:\n<<<<<<< HEAD\n- name: nginx\n  digest: " + A + "\n=======\n>>>>>>> other\n";
    assertThatThrownBy(() -> read(conflict))
        .hasMessage(
            "images.lock.yaml:8: it has the marks of a merge conflict; keep the lines that are right");
  }

  @Test
  void a_bad_entry_is_an_error_with_its_line() {
    assertWrong("images: 1\n", "7: 'images' must be a list");
    assertWrong("images:\n- nginx\n", "8: an entry must have 'name' and 'digest'");
    assertWrong("images:\n- digest: " + A + "\n", "8: an entry must have a 'name'");
    assertWrong("images:\n- name: nginx\n", "8: nginx has no 'digest'");
    assertWrong(
        "images:\n- name: nginx\n  digest: sha256:short\n",
        "9: the digest of nginx must be sha256: and 64 digits of 0-9 and a-f");
    assertWrong(
        "images:\n- name: nginx@" + A + "\n  digest: " + A + "\n",
        "8: 'name' must not have a digest; it belongs to 'digest'");
    assertWrong(
        "images:\n- name: nginx\n  digest: " + A + "\n  platforms: [linux]\n",
        "10: a platform must be os/arch or os/arch/variant");
  }

  private static void assertWrong(String images, String message) {
    assertThatThrownBy(() -> read(images)).hasMessage("images.lock.yaml:" + message);
  }

  @Test
  void a_file_that_is_not_one_lock_is_an_error() {
    assertThatThrownBy(() -> ImageLock.read("x.yaml", "kind: Pod\n"))
        .hasMessage("x.yaml:1: it is not an ImageLock of apiVersion digester.dev/v1alpha1");
    assertThatThrownBy(() -> ImageLock.read("x.yaml", HEAD + "---\n" + HEAD))
        .hasMessage("x.yaml:8: it must be one document of kind ImageLock");
    assertThatThrownBy(() -> ImageLock.read("x.yaml", ""))
        .hasMessage("x.yaml:1: it must be one document of kind ImageLock");
    assertThatThrownBy(() -> ImageLock.read("x.yaml", "a: [\n")).hasMessageStartingWith("x.yaml:");
  }

  @Test
  void unused_entries_are_those_that_no_image_needs() {
    ImageLock lock = read("images:\n- name: a\n  digest: " + A + "\n- name: b\n  digest: " + B);
    assertThat(lock.unused(List.of(ImageReference.parse("docker.io/library/a:latest@" + B))))
        .extracting(LockEntry::canonical)
        .containsExactly("docker.io/library/b:latest");
  }
}
