package dev.digester.images;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNameTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          nginx,                     nginx,          '',   ''
          nginx:1,                   nginx,          1,    ''
          nginx@sha256:a,            nginx,          '',   sha256:a
          nginx:1@sha256:a,          nginx,          1,    sha256:a
          host:5000/nginx,           host:5000/nginx, '',  ''
          host:5000/nginx:1,         host:5000/nginx, 1,   ''
          host:5000/a/b:1@sha256:a,  host:5000/a/b,  1,    sha256:a
          nginx:{TAG},               nginx,          {TAG}, ''
          """)
  void it_is_split_after_the_first_slash(String image, String name, String tag, String digest) {
    assertThat(ImageName.split(image)).isEqualTo(new ImageName(name, tag, digest));
  }

  @Test
  void an_image_has_four_names_at_most() {
    assertThat(ImageName.namesOf("r:5/a:1@sha256:b"))
        .containsExactlyInAnyOrder("r:5/a:1@sha256:b", "r:5/a:1@sha256", "r:5/a:1", "r:5/a");
    assertThat(ImageName.namesOf("a/b")).containsExactly("a/b");
  }
}
