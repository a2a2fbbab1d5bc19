package dev.digester.engine;

import dev.digester.cloud.Clouds;
import dev.digester.credentials.CredentialSources;
import dev.digester.credentials.UserEnvironment;
import dev.digester.process.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** The credentials of the user who runs the program. */
public final class UserCredentials {
  private UserCredentials() {}

  /** All places where the user may keep credentials. Reads nothing before it is asked. */
  public static CredentialSources of(Surroundings surroundings) {
    UserEnvironment user =
        new UserEnvironment(surroundings.environment(), Optional.of(surroundings.home()), uid());
    return CredentialSources.of(user, Clouds.of(user, surroundings.clock()));
  }

  /** The user's number, which the kernel shows as the owner of the process's own directory. */
  private static OptionalLong uid() {
    try {
      Object uid = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
      return OptionalLong.of(Integer.toUnsignedLong((Integer) uid));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }
}
