package dev.digester.lock;

import static dev.digester.lock.ImageLockTest.A;
import static dev.digester.lock.ImageLockTest.B;
import static dev.digester.lock.ImageLockTest.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.reference.ImageReference;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LockExportTest {
  private static final ImageLock LOCK =
      read("images:\n- name: nginx:1.27\n  digest: " + A + "\n- name: h:5/x\n  digest: " + B);

  private static List<ImageReference> images(String... written) {
    return Stream.of(written).map(ImageReference::parse).toList();
  }

  @Test
  void kbld_gets_the_spelling_of_the_manifests() {
    assertThat(LockExport.KBLD.text(LOCK, images("nginx:1.27", "docker.io/nginx:1.27", "other")))
        .isEqualTo(
            """
            apiVersion: kbld.k14s.io/v1alpha1
            kind: Config
            minimumRequiredVersion: 0.20.0
            overrides:
            - image: docker.io/nginx:1.27
              newImage: docker.io/library/nginx@%1$s
              preresolved: true
            - image: nginx:1.27
              newImage: docker.io/library/nginx@%1$s
              preresolved: true
            """
                .formatted(A));
  }

  @Test
  void without_manifests_the_names_are_normalised() {
    assertThat(LockExport.JSON.text(LOCK, List.of()))
        .isEqualTo(
            """
            [
              {"name": "docker.io/library/nginx:1.27", "digest": "%s"},
              {"name": "h:5/x:latest", "digest": "%s"}
            ]
            """
                .formatted(A, B));
    assertThat(LockExport.JSON.text(read(""), List.of())).isEqualTo("[]\n");
  }

  @Test
  void every_entry_of_an_images_lock_has_the_id_of_kbld() {
    assertThat(LockExport.IMGPKG.text(LOCK, images("h:5/x")))
        .isEqualTo(
            """
            apiVersion: imgpkg.carvel.dev/v1alpha1
            images:
            - annotations:
                kbld.carvel.dev/id: h:5/x
              image: h:5/x@%s
            kind: ImagesLock
            """
                .formatted(B));
  }

  @Test
  void entries_of_a_kustomization_have_tag_and_digest() {
    assertThat(LockExport.KUSTOMIZATION.text(LOCK, images("nginx:1.27", "h:5/x")))
        .isEqualTo(
            """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            images:
            - digest: %s
              name: h:5/x
              newTag: latest
            - digest: %s
              name: nginx
              newTag: "1.27"
            """
                .formatted(B, A));
  }

  @Test
  void a_kustomization_takes_one_tag_for_a_name() {
    ImageLock two = read("images:\n- name: a:1\n  digest: " + A + "\n- name: a:2\n  digest: " + B);
    assertThatThrownBy(() -> LockExport.KUSTOMIZATION.text(two, images("a:1", "a:2")))
        .hasMessage(
            "a has the tags 1 and 2, and a Kustomization sets one tag for a name; export another format");
  }
}
