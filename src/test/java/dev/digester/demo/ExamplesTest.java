package dev.digester.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {
  private static final Path EXAMPLES = Path.of("examples");

  @Test
  void the_program_carries_all_manifests_of_the_examples() throws Exception {
    assertThat(Examples.packed()).isEqualTo(Examples.ofFolder(EXAMPLES));
  }

  @Test
  void a_directory_of_somebody_elses_examples_is_left_alone(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("pod.yaml"), "kind: Pod\n");

    assertThat(Examples.in(folder)).isEqualTo(Examples.packed());
  }

  @Test
  void a_clone_shows_its_own_files(@TempDir Path folder) throws Exception {
    for (ExampleFile file : Examples.packed()) {
      Path path = folder.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
    Files.writeString(folder.resolve("web/new.yaml"), "kind: Pod\n");

    assertThat(Examples.in(folder))
        .contains(new ExampleFile("web/new.yaml", "kind: Pod\n"))
        .hasSize(Examples.packed().size() + 1);
  }

  @Test
  void every_image_of_the_examples_is_served_or_kept() throws Exception {
    List<String> served =
        DemoImages.all().stream().map(image -> image.repository() + ":" + image.tag()).toList();
    String text = String.join("\n", Examples.packed().stream().map(ExampleFile::text).toList());

    assertThat(served)
        .allSatisfy(name ->
            assertThat(text)
                .contains(name.replace("docker.io/library/", "").replace(":latest", "")));
  }
}
