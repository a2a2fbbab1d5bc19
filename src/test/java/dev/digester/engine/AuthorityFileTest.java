package dev.digester.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.config.CaSource;
import dev.digester.config.ConfigurationException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityFileTest {
  @TempDir Path folder;

  private static String pem(String path) {
    return AuthorityFile.pem("reg.example", new CaSource.File(path));
  }

  @Test
  void a_file_is_read_and_pem_is_taken_as_it_is() throws Exception {
    Path file = Files.writeString(folder.resolve("ca.pem"), "text");
    assertThat(pem(file.toString())).isEqualTo("text");
    assertThat(AuthorityFile.pem("reg.example", new CaSource.Pem("pem"))).isEqualTo("pem");
  }

  @ParameterizedTest
  @CsvSource({
    "/nowhere/ca.pem, does not exist",
    "/dev/zero, is not a regular file",
    "/tmp, is not a regular file",
  })
  void case_54_anything_but_a_file_is_an_error_that_names_the_registry(String path, String why) {
    assertThatThrownBy(() -> pem(path))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("spec.registries: ca of reg.example (%s) %s".formatted(path, why));
  }

  @Test
  void case_54_a_fifo_and_a_large_file_are_errors_at_once() throws Exception {
    Path fifo = folder.resolve("fifo");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    assertThatThrownBy(() -> pem(fifo.toString())).hasMessageEndingWith("is not a regular file");
    Path large = folder.resolve("large");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength((4L << 20) + 1);
    }
    assertThatThrownBy(() -> pem(large.toString())).hasMessageEndingWith("is larger than 4 MiB");
  }
}
