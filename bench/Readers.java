import com.sun.management.ThreadMXBean;
import dev.digester.document.Documents;
import dev.digester.document.SourceText;
import dev.digester.document.YamlParsing;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures the readers of YAML alone, warm, on the 5,000 pinned resources; bench/readers starts it.
 * CPU of the one thread, the best round, with the check that the bytes are UTF-8.
 */
public final class Readers {
  private static final String WORKLOAD = "5,000 pinned resources";
  private static final double MEGABYTE = 1e6;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Readers() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of("target/bench"));
    Workload workload =
        Workload.all("").stream().filter(w -> w.name().equals(WORKLOAD)).findFirst().orElseThrow();
    Path file = workload.writeTo(folder);
    byte[] utf8 = Files.readAllBytes(file);
    measure(utf8, YamlParsing.FAST, 60);
    measure(utf8, YamlParsing.ENGINE, 10);
    System.out.println(file);
  }

  private static void measure(byte[] utf8, YamlParsing parsing, int rounds) {
    long best = Long.MAX_VALUE;
    long allocated = 0;
    for (int i = 0; i < rounds; i++) {
      long bytes = THREADS.getCurrentThreadAllocatedBytes();
      long start = THREADS.getCurrentThreadCpuTime();
      Documents.read(SourceText.of(utf8), parsing);
      best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
      allocated = THREADS.getCurrentThreadAllocatedBytes() - bytes;
    }
    System.err.printf(
        "%-12s %6.1f MB/s, %.2f bytes allocated for each byte of input%n",
        parsing, utf8.length / MEGABYTE / (best / 1e9), (double) allocated / utf8.length);
  }
}
