package dev.digester.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
  private static final String F64 = "f".repeat(64);

  @ParameterizedTest
  @CsvSource({
    "nginx, docker.io, library/nginx, latest",
    "nginx:1.27, docker.io, library/nginx, 1.27",
    "docker.io/nginx, docker.io, library/nginx, latest",
    "index.docker.io/nginx, docker.io, library/nginx, latest",
    "index.docker.io/library/debian, docker.io, library/debian, latest",
    "library/ubuntu-12.04-base, docker.io, library/ubuntu-12.04-base, latest",
    "docker/migrator, docker.io, docker/migrator, latest",
    "store/foo/bar, docker.io, store/foo/bar, latest",
    "test_com/foo, docker.io, test_com/foo, latest",
    "test_com, docker.io, library/test_com, latest",
    "test.com:tag, docker.io, library/test.com, tag",
    "test.com:5000, docker.io, library/test.com, 5000",
    "foo_bar.com:8080, docker.io, library/foo_bar.com, 8080",
    "foo/foo_bar.com:8080, docker.io, foo/foo_bar.com, 8080",
    "192.168.1.1, docker.io, library/192.168.1.1, latest",
    "192.168.1.1:5000, docker.io, library/192.168.1.1, 5000",
    "192.168.1.1/repo, 192.168.1.1, repo, latest",
    "192.168.1.1:5000/repo:5050, 192.168.1.1:5000, repo, 5050",
    "test.com/repo:tag, test.com, repo, tag",
    "test:5000/repo, test:5000, repo, latest",
    "test-com:8080/foo, test-com:8080, foo, latest",
    "localhost/repo, localhost, repo, latest",
    "localhost, docker.io, library/localhost, latest",
    "localhost:5000/a/b:c, localhost:5000, a/b, c",
    "lowercase:Uppercase, docker.io, library/lowercase, Uppercase",
    "Docker/docker, Docker, docker, latest",
    "FOO/bar, FOO, bar, latest",
    "sub-dom1.foo.com/bar/baz/quux:some-long-tag, sub-dom1.foo.com, bar/baz/quux, some-long-tag",
    "b.gcr.io/test.example.com/my-app:test.example.com, b.gcr.io, test.example.com/my-app, test.example.com",
    "xn--n3h.com/myimage:xn--n3h.com, xn--n3h.com, myimage, xn--n3h.com",
    "docker---rules/docker, docker.io, docker---rules/docker, latest",
    "dock__er/docker, docker.io, dock__er/docker, latest",
    "d/docker, docker.io, d/docker, latest",
    "[2001:db8::1]/repo, [2001:db8::1], repo, latest",
    "[2001:db8:1:2:3:4:5:6]/repo:tag, [2001:db8:1:2:3:4:5:6], repo, tag",
    "[2001:db8::]:5000/repo, [2001:db8::]:5000, repo, latest",
    "[::1]:5000/docker/docker, [::1]:5000, docker/docker, latest",
    "thisisthesongthatneverendsitgoesonandonandonthisisthesongthatnev, docker.io, library/thisisthesongthatneverendsitgoesonandonandonthisisthesongthatnev, latest",
    "docker.io/1a3f5e7d9c1b3a5f7e9d1c3b5a7f9e1d3c5b7a9f1e3d5d7c9b1a3f5e7d9c1b3a, docker.io, library/1a3f5e7d9c1b3a5f7e9d1c3b5a7f9e1d3c5b7a9f1e3d5d7c9b1a3f5e7d9c1b3a, latest",
  })
  void splits_and_normalises(String written, String host, String repository, String asked) {
    var reference = ImageReference.parse(written);
    assertThat(reference.host()).isEqualTo(host);
    assertThat(reference.repository()).isEqualTo(repository);
    assertThat(reference.asked()).isEqualTo(asked);
    assertThat(reference.written()).isEqualTo(written);
    assertThat(reference).hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nginx ",
        ":justtag",
        "repo:",
        "repo@",
        "repo:tag@",
        "nginx:",
        "Uppercase:tag",
        "docker/Docker",
        "test:5000/Uppercase/lowercase:tag",
        "aa/asdf$$^/aa",
        "https://github.com/docker/docker",
        "-docker",
        "-docker/docker",
        "docker-/docker",
        "-docker.io/docker/docker",
        "docker.-io/docker",
        "docker.io-/docker",
        "docker..io/docker",
        ".docker.io/docker",
        "docker///docker",
        "docker.io/docker///docker",
        "docker/",
        "docker.io/",
        "/docker",
        "____/____",
        "_docker/_docker",
        "dock..er/docker",
        "dock_.er/docker",
        "dock-.er/docker",
        "dock___er/docker",
        "[fc00::1]",
        "[fc00::1]:5000",
        "[2001:db8::1]:tag",
        "[]:5000/debian",
        "[fc00::1/debian",
        "[fc00::1]x/debian",
        "[fc00::1]:/debian",
        "fc00::1:5000/debian",
        "[fe80::1%eth0]:5000/repo",
        "[fe80::1%@invalidzone]:5000/repo",
        "[2001:db8:3:4::192.0.2.33]:5000/debian",
        "nginx:1.27/foo",
        "test:port/foo",
        "test_com.x/foo",
        "1a3f5e7d9c1b3a5f7e9d1c3b5a7f9e1d3c5b7a9f1e3d5d7c9b1a3f5e7d9c1b3a",
        "{{ .Values.image }}",
        "${IMAGE}",
        "nginx:-tag",
        "nginx:.tag",
        "nginx:tag:tag",
        "nginx@sha256",
        "nginx@latest",
        "repo@sha256:ffffffffffffffffffffffffffffffffff",
        "ünginx",
        "nginx\u0000",
      })
  void refuses_what_distribution_refuses(String written) {
    assertThatThrownBy(() -> ImageReference.parse(written))
        .isInstanceOf(InvalidReferenceException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'', it is empty",
    "Uppercase:tag, its name has upper-case letters",
    "a b, 'its name is not made of a-z and 0-9, with single . _ __ or - between them'",
    "nginx:1.27/foo, what is before the first / is not a host name with an optional port",
    "'nginx:a b', 'its tag is not made of letters, digits, _ . and -, or is longer than 128 characters'",
    "nginx@latest, 'what is after the @ is not a digest, such as sha256:…'",
    "nginx@md5:00, 'its digest is neither sha256, sha384 nor sha512'",
    "nginx@sha256:00, 'its digest has 2 digits, sha256 has 64'",
  })
  void says_what_is_wrong(String written, String reason) {
    assertThatThrownBy(() -> ImageReference.parse(written))
        .isInstanceOfSatisfying(
            InvalidReferenceException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessage("'" + written + "' is not an image reference: " + reason);
  }

  @Test
  void shows_long_and_unprintable_values_in_one_short_line() {
    assertThatThrownBy(() -> ImageReference.parse("a\nb" + "x".repeat(1000)))
        .message()
        .startsWith("'a bxxx")
        .hasSizeLessThan(300);
  }

  @Test
  void refuses_a_digest_in_upper_case_or_of_another_length() {
    assertThatThrownBy(() -> ImageReference.parse("repo@sha256:" + "F".repeat(64)))
        .hasMessageContaining("characters other than");
    assertThatThrownBy(() -> ImageReference.parse("repo@sha512:" + F64))
        .hasMessageContaining("sha512 has 128");
    assertThatThrownBy(() -> ImageReference.parse("@sha256:" + F64))
        .isInstanceOf(InvalidReferenceException.class);
  }

  @Test
  void takes_tag_and_digest_together_and_asks_for_the_tag() {
    var reference = ImageReference.parse("test:5000/repo:tag@sha256:" + F64);
    assertThat(reference.tag()).contains("tag");
    assertThat(reference.digest()).contains(new Digest("sha256", F64));
    assertThat(reference.canonical()).isEqualTo("test:5000/repo:tag");
  }

  @Test
  void asks_for_the_digest_where_there_is_no_tag() {
    var reference = ImageReference.parse("repo@sha512:" + F64 + F64);
    assertThat(reference.asked()).isEqualTo("sha512:" + F64 + F64);
    assertThat(reference.canonical()).isEqualTo("docker.io/library/repo@sha512:" + F64 + F64);
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void spellings_of_one_image_share_a_canonical_form(String written) {
    assertThat(ImageReference.parse(written).canonical())
        .isEqualTo("docker.io/library/nginx:latest");
  }

  static java.util.List<String> spellings() {
    return java.util.List.of(
        "nginx", "nginx:latest", "docker.io/nginx", "index.docker.io/library/nginx");
  }

  @Test
  void references_are_equal_when_written_alike() {
    assertThat(ImageReference.parse("nginx"))
        .isEqualTo(ImageReference.parse("nginx"))
        .hasSameHashCodeAs(ImageReference.parse("nginx"))
        .isNotEqualTo(ImageReference.parse("nginx:latest"));
  }

  @Test
  void bounds_the_length_of_path_and_tag() {
    assertThat(ImageReference.parse("a.b/" + "a/".repeat(127) + "a:t").repository()).hasSize(255);
    assertThatThrownBy(() -> ImageReference.parse("a.b/" + "a/".repeat(128) + "a"))
        .hasMessageContaining("longer than 255");
    assertThat(ImageReference.parse("a:" + "t".repeat(128)).asked()).hasSize(128);
    assertThatThrownBy(() -> ImageReference.parse("a:" + "t".repeat(129)))
        .hasMessageContaining("longer than 128");
  }

  @Test
  void reads_a_megabyte_without_running_out_of_stack() {
    assertThatThrownBy(() -> ImageReference.parse("a-".repeat(500_000)))
        .isInstanceOf(InvalidReferenceException.class);
  }
}
