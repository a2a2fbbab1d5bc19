package dev.digester.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A user's machine in a directory: home, /run, environment and programs in PATH. */
final class Machine {
  private static final long UID = 1234;

  private final Path root;
  private final Map<String, String> variables = new TreeMap<>();
  private final List<Cloud> clouds = new ArrayList<>();
  private Duration helperLimit = HelperPrograms.TIME_LIMIT;

  Machine(Path root) {
    this.root = root;
    variables.put("PATH", root.resolve("bin") + ":/usr/bin:/bin");
  }

  Path path(String below) {
    return root.resolve(below);
  }

  Machine variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  Machine variable(String name, Path value) {
    return variable(name, value.toString());
  }

  Machine cloud(Cloud cloud) {
    clouds.add(cloud);
    return this;
  }

  Machine helperLimit(Duration limit) {
    helperLimit = limit;
    return this;
  }

  Machine file(String below, String text) {
    try {
      Files.createDirectories(path(below).getParent());
      Files.writeString(path(below), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Puts {@code ~/.docker/config.json} there. */
  Machine dockerConfig(String json) {
    return file("home/.docker/config.json", json);
  }

  /** Installs a shell script as a credential helper. */
  Machine helper(String name, String script) {
    String file = "bin/docker-credential-" + name;
    file(file, "#!/bin/sh\n" + script + "\n");
    try {
      Files.setPosixFilePermissions(path(file), PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Installs a helper that gives a user and a password to everybody who asks. */
  Machine helperThatGives(String name, String user, String password) {
    return helper(
        name,
        "cat > /dev/null; echo '{\"ServerURL\":\"x\",\"Username\":\"%s\",\"Secret\":\"%s\"}'"
            .formatted(user, password));
  }

  UserEnvironment environment() {
    return new UserEnvironment(variables, Optional.of(path("home")), OptionalLong.of(UID));
  }

  CredentialSources sources() {
    return CredentialSources.of(
            environment(), new HelperPrograms(environment(), helperLimit), path("run"))
        .alsoAsking(clouds);
  }

  Answer resolve(String host, String repository) {
    return sources().resolve(host, repository);
  }

  /** JSON of a file with one key. */
  static String auths(String key, String user, String password) {
    return "{\"auths\": {\"%s\": {\"auth\": \"%s\"}}}"
        .formatted(key, base64(user + ":" + password));
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  /** The user of the credential that was found, or how the search ended otherwise. */
  static String user(Answer answer) {
    return switch (answer) {
      case Answer.Found(Credential.Basic(String user, _), _) -> user;
      case Answer.Found(Credential.IdentityToken(String token), _) -> "identity token " + token;
      case Answer.Found(Credential.RegistryToken(String token), _) -> "registry token " + token;
      case Answer.None _ -> "nobody";
    };
  }

  static String problem(Answer answer) {
    return switch (answer) {
      case Answer.Found(_, String source) -> source;
      case Answer.None(_, Optional<String> problem) -> problem.orElse("");
    };
  }
}
