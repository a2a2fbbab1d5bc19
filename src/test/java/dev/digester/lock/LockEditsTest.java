package dev.digester.lock;

import static dev.digester.lock.ImageLockTest.A;
import static dev.digester.lock.ImageLockTest.B;
import static dev.digester.lock.ImageLockTest.HEAD;
import static dev.digester.lock.ImageLockTest.entry;
import static dev.digester.lock.ImageLockTest.platforms;
import static dev.digester.lock.ImageLockTest.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockEditsTest {
  private static final String INDEX = "application/vnd.oci.image.index.v1+json";

  private static String lines(String name, String digest) {
    return "- name: docker.io/library/%s\n  digest: %s\n".formatted(name, digest);
  }

  private static String put(String images, LockEntry... entries) {
    return after(LockEdits.text(read(images), List.of(entries), List.of()));
  }

  private static String prune(String images, LockEntry... entries) {
    return after(LockEdits.text(read(images), List.of(), List.of(entries)));
  }

  private static String after(String text) {
    assertThat(text).startsWith(HEAD);
    return text.substring(HEAD.length());
  }

  @Test
  void a_new_lock_is_written_with_a_head() {
    LockEntry full =
        new LockEntry(
            ImageReference.parse("nginx:1.27"),
            Digest.parse(A).orElseThrow(),
            Optional.of(INDEX),
            platforms("linux/arm64", "linux/amd64"));
    assertThat(LockEdits.fresh(List.of(entry("redis:7", B), full)))
        .isEqualTo(
            HEAD
                + """
                images:
                - name: docker.io/library/nginx:1.27
                  digest: %s
                  mediaType: application/vnd.oci.image.index.v1+json
                  platforms: [linux/amd64, linux/arm64]
                - name: docker.io/library/redis:7
                  digest: %s
                """
                    .formatted(A, B));
    assertThat(LockEdits.fresh(List.of())).isEqualTo(HEAD + "images: []\n");
  }

  @Test
  void a_new_entry_takes_its_sorted_place() {
    String two = "images:\n" + lines("b:1", A) + lines("d:1", A);
    assertThat(put(two, entry("a:1", B), entry("c:1", B), entry("e:1", B)))
        .isEqualTo(
            "images:\n"
                + lines("a:1", B)
                + lines("b:1", A)
                + lines("c:1", B)
                + lines("d:1", A)
                + lines("e:1", B));
  }

  @Test
  void comments_blank_lines_order_and_layout_stay() {
    String images =
        """
        images:   # all of them

          # the old one
          - digest: %1$s   # pinned by hand
            name: "nginx"

            # note of nginx
          - name: 'alpine:3'
            digest: '%1$s'
        # the end
        extra: 1
        """
            .formatted(A);
    assertThat(put(images, entry("m:1", B), entry("z:1", B)))
        .isEqualTo(
            """
            images:   # all of them

              - name: docker.io/library/m:1
                digest: %2$s
              # the old one
              - digest: %1$s   # pinned by hand
                name: "nginx"

                # note of nginx
              - name: 'alpine:3'
                digest: '%1$s'
              - name: docker.io/library/z:1
                digest: %2$s
            # the end
            extra: 1
            """
                .formatted(A, B));
  }

  @Test
  void line_ends_and_a_missing_last_one_stay() {
    String crlf = (HEAD + "images:\n" + lines("b:1", A)).replace("\n", "\r\n");
    assertThat(LockEdits.text(ImageLock.read("l", crlf), List.of(entry("a:1", B)), List.of()))
        .isEqualTo((HEAD + "images:\n" + lines("a:1", B) + lines("b:1", A)).replace("\n", "\r\n"));
    String open = ("images:\n" + lines("b:1", A)).strip();
    assertThat(put(open, entry("c:1", B))).isEqualTo(open + "\n" + lines("c:1", B).stripTrailing());
  }

  @Test
  void the_first_entry_of_an_empty_list_is_written_in_block_style() {
    String one = lines("a:1", A);
    assertThat(put("", entry("a:1", A))).isEqualTo("images:\n" + one);
    assertThat(put("images:\n", entry("a:1", A))).isEqualTo("images:\n" + one);
    assertThat(put("images: []\n", entry("a:1", A))).isEqualTo("images:\n" + one);
    assertThat(put("images: []\nx: 1\n", entry("a:1", A))).isEqualTo("images:\n" + one + "x: 1\n");
    assertThat(put("images: null # none\n", entry("a:1", A))).isEqualTo("images:  # none\n" + one);
  }

  @Test
  void a_digest_is_replaced_in_place() {
    String images = "images:\n- name: nginx # mine\n  digest: \"" + A + "\" # old\n";
    assertThat(put(images, entry("docker.io/library/nginx:latest", B)))
        .isEqualTo("images:\n- name: nginx # mine\n  digest: \"" + B + "\" # old\n");
    assertThat(put(images, entry("nginx", A))).isEqualTo(images);
  }

  @Test
  void what_was_said_of_another_digest_goes_with_it() {
    String images =
        "images:\n- name: nginx\n  digest: "
            + A
            + "\n  mediaType: "
            + INDEX
            + "\n  platforms: [linux/amd64]\n  note: 1\n";
    assertThat(put(images, entry("nginx", B)))
        .isEqualTo("images:\n- name: nginx\n  digest: " + B + "\n  note: 1\n");
    assertThat(put(images, entry("nginx", A))).isEqualTo(images);
  }

  @Test
  void platforms_that_were_asked_for_later_get_their_line() {
    LockEntry more =
        new LockEntry(
            ImageReference.parse("nginx"),
            Digest.parse(A).orElseThrow(),
            Optional.of(INDEX),
            platforms("linux/amd64"));
    String plain = "images:\n- name: nginx\n  digest: " + A + "\n";
    assertThat(put(plain, more)).isEqualTo(plain + "  platforms: [linux/amd64]\n");
    assertThat(put(plain.stripTrailing(), more)).isEqualTo(plain + "  platforms: [linux/amd64]");
    assertThat(put(plain + "  platforms:\n  - linux/arm64\n", more))
        .isEqualTo(plain + "  platforms: [linux/amd64]\n");
    assertThat(put(plain + "  platforms: [linux/arm64] # x\n", more))
        .isEqualTo(plain + "  platforms: [linux/amd64] # x\n");
  }

  @Test
  void pruned_entries_go_with_their_lines_and_their_comments() {
    String images =
        "images:\n# of a\n" + lines("a:1", A) + "\n# of b\n" + lines("b:1", B) + lines("c:1", B);
    assertThat(prune(images, entry("a:1", A)))
        .isEqualTo("images:\n\n# of b\n" + lines("b:1", B) + lines("c:1", B));
    assertThat(prune(images, entry("b:1", A), entry("c:1", A)))
        .isEqualTo("images:\n# of a\n" + lines("a:1", A) + "\n");
    assertThat(prune("images:\n" + lines("a:1", A) + "x: 1\n", entry("a:1", A)))
        .isEqualTo("images: []\nx: 1\n");
  }

  @Test
  void a_lock_in_json_stays_json() {
    String json =
        "{\"apiVersion\": \"digester.dev/v1alpha1\", \"kind\": \"ImageLock\", \"images\": [%s]}";
    String b = "{\"name\": \"docker.io/library/b:1\", \"digest\": \"" + B + "\"}";
    String a = "{\"name\": \"docker.io/library/a:1\", \"digest\": \"" + A + "\"}";
    ImageLock lock = ImageLock.read("l", json.formatted(b));
    assertThat(LockEdits.text(lock, List.of(entry("a:1", A)), List.of()))
        .isEqualTo(json.formatted(a + ", " + b));
    assertThat(LockEdits.text(lock, List.of(entry("b:1", A)), List.of()))
        .isEqualTo(json.formatted(b.replace(B, A)));
    assertThat(LockEdits.text(lock, List.of(), List.of(entry("b:1", A))))
        .isEqualTo(json.formatted(""));
  }

  @Test
  void the_order_in_which_entries_come_does_not_matter() {
    long seed = new Random().nextLong();
    System.out.println("LockEditsTest seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<LockEntry> entries =
          new ArrayList<>(
              IntStream.range(0, 1 + random.nextInt(12))
                  .mapToObj(i -> entry("app-" + i + ":v" + i % 3, i % 2 == 0 ? A : B))
                  .toList());
      String once = LockEdits.fresh(entries);
      Collections.shuffle(entries, random);
      int cut = random.nextInt(entries.size() + 1);
      ImageLock first = ImageLock.read("l", LockEdits.fresh(entries.subList(0, cut)));
      String grown = LockEdits.text(first, entries.subList(cut, entries.size()), List.of());
      assertThat(grown).isEqualTo(once);
      ImageLock all = ImageLock.read("l", grown);
      assertThat(LockEdits.text(all, entries, List.of())).isEqualTo(once);
      String shrunk = LockEdits.text(all, List.of(), entries.subList(cut, entries.size()));
      assertThat(shrunk).isEqualTo(LockEdits.fresh(entries.subList(0, cut)));
    }
  }

  @Test
  void git_merges_two_branches_that_each_add_an_image(@TempDir Path directory) throws Exception {
    assertThat(git(directory, "init", "-q", "-b", "main")).isZero();
    Path file = directory.resolve("images.lock.yaml");
    String start = LockEdits.fresh(List.of(entry("d:1", A), entry("h:1", A), entry("k:1", A)));
    commit(directory, file, start);
    git(directory, "checkout", "-q", "-b", "one");
    commit(directory, file, with(start, "b:1"));
    git(directory, "checkout", "-q", "main");
    commit(directory, file, with(start, "z:1"));
    assertThat(git(directory, "merge", "-q", "one")).isZero();
    assertThat(Files.readString(file)).isEqualTo(with(with(start, "b:1"), "z:1"));
    git(directory, "checkout", "-q", "-b", "two");
    commit(directory, file, with(Files.readString(file), "e:1"));
    git(directory, "checkout", "-q", "main");
    commit(directory, file, with(Files.readString(file), "f:1"));
    assertThat(git(directory, "merge", "-q", "two")).isNotZero();
    String conflict = Files.readString(file);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> ImageLock.read("l", conflict))
        .hasMessageMatching("l:\\d+: it has the marks of a merge conflict; .*");
  }

  private static String with(String lock, String image) {
    return LockEdits.text(ImageLock.read("l", lock), List.of(entry(image, B)), List.of());
  }

  private static void commit(Path directory, Path file, String text)
      throws IOException, InterruptedException {
    Files.writeString(file, text);
    assertThat(git(directory, "add", "-A")).isZero();
    assertThat(git(directory, "commit", "-q", "-m", "lock")).isZero();
  }

  private static int git(Path directory, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.com"));
    command.addAll(List.of("-c", "commit.gpgsign=false"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    int exit = process.waitFor();
    if (exit != 0) {
      System.out.println(output);
    }
    return exit;
  }
}
