package dev.digester.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.function.Streams;
import dev.digester.process.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  @ParameterizedTest
  @ValueSource(strings = {"--version", "--help", "auth explain nginx", "completion fish", "demo"})
  void what_cannot_be_written_is_a_failure(String words) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            InputStream.nullInputStream(), new FullDevice(), new PrintStream(err, true, UTF_8));
    Surroundings surroundings =
        new Surroundings(Map.of(), "/nowhere", InstantSource.system(), false, false);
    assertThat(Commands.run(List.of(words.split(" ")), streams, surroundings)).isEqualTo(1);
    assertThat(err.toString(UTF_8)).isEqualTo("digester: cannot write standard output\n");
  }

  private static final class FullDevice extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }
}
