package dev.digester.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The file that is this program. */
public final class ProgramFile {
  /** Set by the launcher of the JVM build, whose process is java. */
  private static final String PROPERTY = "digester.program";

  private static final Path PROCESS = Path.of("/proc/self/exe");

  private ProgramFile() {}

  /** The file after all links. */
  public static Path current() throws IOException {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(Path::of)
        .orElse(PROCESS)
        .toRealPath();
  }
}
