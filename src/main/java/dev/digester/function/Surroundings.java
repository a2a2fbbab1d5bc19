package dev.digester.function;

import dev.digester.cloud.Clouds;
import dev.digester.credentials.CredentialSources;
import dev.digester.credentials.UserEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

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

  /** The user's home folder. */
  public Path home() {
    return Path.of(homeFolder);
  }

  /** Whether this is a container, by what Docker, podman and systemd leave in theirs. */
  boolean inContainer() {
    return environment.containsKey("container")
        || Files.exists(Path.of("/.dockerenv"))
        || Files.exists(Path.of("/run/.containerenv"));
  }

  /** All places where the user may keep credentials. Reads nothing before it is asked. */
  public CredentialSources credentials() {
    UserEnvironment user = new UserEnvironment(environment, Optional.of(home()), uid());
    return CredentialSources.of(user, Clouds.of(user, clock));
  }

  /** The user's number, which the kernel shows as the owner of the process's own folder. */
  private static OptionalLong uid() {
    try {
      Object uid = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
      return OptionalLong.of(Integer.toUnsignedLong((Integer) uid));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }

  /** The environment holds secrets. */
  @Override
  public String toString() {
    return "Surroundings[" + homeFolder + "]";
  }
}
