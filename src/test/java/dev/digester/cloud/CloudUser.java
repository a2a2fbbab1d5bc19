package dev.digester.cloud;

import dev.digester.credentials.Answer;
import dev.digester.credentials.Credential;
import dev.digester.credentials.CredentialSources;
import dev.digester.credentials.UserEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Someone with a home, variables, and nothing but clouds to get credentials from. */
final class CloudUser {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private final Path home;
  private final Map<String, String> variables = new TreeMap<>();

  CloudUser(Path home) {
    this.home = home;
  }

  CloudUser with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  CloudUser with(Map<String, String> more) {
    variables.putAll(more);
    return this;
  }

  /** Writes a file below the home. */
  Path file(String name, String text) {
    try {
      Path file = home.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CredentialSources sources() {
    UserEnvironment user = new UserEnvironment(variables, Optional.of(home), OptionalLong.empty());
    return CredentialSources.of(user, Clouds.of(user, InstantSource.fixed(NOW)));
  }

  /** What is found for a registry, in words: tests may show what the product hides. */
  String login(String host) {
    return words(sources().resolve(host, "team/app"));
  }

  static String words(Answer answer) {
    return switch (answer) {
      case Answer.Found(Credential.Basic(String user, String password), String source) ->
          user + ":" + password + " from " + source;
      case Answer.Found(Credential.IdentityToken(String token), String source) ->
          token + " from " + source;
      case Answer.Found(Credential.RegistryToken _, _) -> "a registry token";
      case Answer.None none -> "no one: " + problem(none);
    };
  }

  private static String problem(Answer.None none) {
    return none.looked().getLast() + none.problem().map(problem -> "; " + problem).orElse("");
  }

  /** The line of an explanation that is about a cloud, and the conclusion. */
  String explain(String host, String cloud) {
    var lines = sources().explain(host, "team/app").lines();
    return lines.stream().filter(line -> line.contains(". " + cloud)).findFirst().orElse("")
        + "\n"
        + lines.getLast();
  }
}
