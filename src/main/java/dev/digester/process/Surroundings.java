package dev.digester.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a run finds around it.
 *
 * @param environment the variables of the process
 * @param homeFolder the user's; a text, since most runs need no file system
 * @param clock where the present comes from
 * @param outputTerminal whether a person watches standard output
 * @param errorTerminal whether a person watches standard error
 */
public record Surroundings(
    Map<String, String> environment,
    String homeFolder,
    InstantSource clock,
    boolean outputTerminal,
    boolean errorTerminal) {
  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** The user's home directory. */
  public Path home() {
    return Path.of(homeFolder);
  }

  /** Whether this is a container, by what Docker, podman and systemd leave in theirs. */
  public boolean inContainer() {
    return environment.containsKey("container")
        || Files.exists(Path.of("/.dockerenv"))
        || Files.exists(Path.of("/run/.containerenv"));
  }

  /** The environment holds secrets. */
  @Override
  public String toString() {
    return "Surroundings[" + homeFolder + "]";
  }
}
