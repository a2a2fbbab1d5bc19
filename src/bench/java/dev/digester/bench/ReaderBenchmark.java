package dev.digester.bench;

import dev.digester.document.Document;
import dev.digester.document.read.Documents;
import dev.digester.document.read.YamlParsing;
import dev.digester.document.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The readers of YAML on one text, warm, with the check that the bytes are UTF-8. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReaderBenchmark {
  @Param({"FAST", "ENGINE"})
  public YamlParsing reader;

  @Param("")
  public String file;

  private byte[] utf8;

  @Setup
  public void read() throws IOException {
    utf8 = Files.readAllBytes(Path.of(file));
  }

  @Benchmark
  public Document document() {
    return Documents.read(SourceText.of(utf8), reader);
  }
}
