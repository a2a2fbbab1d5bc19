package dev.digester.credentials;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the process was given by anyone who started it. Its {@code toString} shows no variable: they
 * may hold secrets.
 *
 * @param variables the environment variables; credential helpers get them all
 * @param home the user's home directory
 * @param uid the user's number, as {@code /run/containers/UID} has it
 */
public record UserEnvironment(
    Map<String, String> variables, Optional<Path> home, OptionalLong uid) {
  public UserEnvironment {
    variables = Map.copyOf(variables);
  }

  /** A variable; one that is set to the empty text is as good as not set. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  @Override
  public String toString() {
    return "UserEnvironment[" + variables.size() + " variables]";
  }
}
