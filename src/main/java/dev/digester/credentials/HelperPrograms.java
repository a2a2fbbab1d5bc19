package dev.digester.credentials;

import dev.digester.document.Document;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Scalar;
import dev.digester.document.read.JsonReader;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The credential helpers of a machine. Each is run once for a registry, however many threads and
 * files ask; the others wait for the answer of the first.
 */
final class HelperPrograms {

  /**
   * A helper may have to unlock a key ring or to call a cloud; no one waits longer for an image.
   */
  static final Duration TIME_LIMIT = Duration.ofSeconds(30);

  /** With this text, on standard output and exit code 1, a helper says that it has nothing. */
  private static final String NOT_FOUND = "credentials not found in native keychain";

  private static final Key USERNAME = Key.of("Username");
  private static final Key SECRET = Key.of("Secret");

  private record Question(String helper, String serverUrl) {}

  private final UserEnvironment environment;
  private final Duration limit;
  private final ConcurrentMap<Question, FutureTask<HelperAnswer>> answers =
      new ConcurrentHashMap<>();

  HelperPrograms(UserEnvironment environment, Duration limit) {
    this.environment = environment;
    this.limit = limit;
  }

  /** The file name of a helper. */
  static String program(String name) {
    return "docker-credential-" + name;
  }

  /** Asks a helper, as {@code credHelpers} and {@code credsStore} name it, for a registry. */
  HelperAnswer ask(String name, String serverUrl) {
    FutureTask<HelperAnswer> mine = new FutureTask<>(() -> askNow(name, serverUrl));
    FutureTask<HelperAnswer> first = answers.putIfAbsent(new Question(name, serverUrl), mine);
    if (first == null) {
      mine.run();
    }
    try {
      return (first == null ? mine : first).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new HelperAnswer.Failed("was not waited for: the run was ended");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a credential helper's answer", e);
    }
  }

  private HelperAnswer askNow(String name, String serverUrl) {
    Optional<Path> file = find(program(name));
    if (file.isEmpty()) {
      return new HelperAnswer.NotInstalled();
    }
    try {
      return judge(
          new HelperProgram(file.get(), environment.variables(), limit).run(serverUrl), serverUrl);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new HelperAnswer.Failed("was stopped: the run was ended");
    }
  }

  private Optional<Path> find(String program) {
    if (program.contains("/") || program.contains(File.separator)) {
      return Optional.empty();
    }
    String path = environment.variable("PATH").orElse("");
    // As for Go programs, a relative directory in PATH is passed over: it may hold anyone's files.
    return Arrays.stream(path.split(File.pathSeparator))
        .map(Path::of)
        .filter(Path::isAbsolute)
        .map(folder -> folder.resolve(program))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private HelperAnswer judge(HelperProgram.Outcome outcome, String serverUrl) {
    return switch (outcome) {
      case HelperProgram.Outcome.Ended ended -> judge(ended, serverUrl);
      case HelperProgram.Outcome.TimedOut _ ->
          new HelperAnswer.Failed(
              "gave no answer for %s within %d s and was stopped"
                  .formatted(serverUrl, Math.max(1, limit.toSeconds())));
      case HelperProgram.Outcome.WroteTooMuch _ ->
          new HelperAnswer.Failed("wrote more than an answer for " + serverUrl);
      case HelperProgram.Outcome.NotStarted _ -> new HelperAnswer.Failed("could not be started");
    };
  }

  private static HelperAnswer judge(HelperProgram.Outcome.Ended ended, String serverUrl) {
    if (ended.exitCode() == 0) {
      return read(ended.output())
          .orElseGet(() ->
              new HelperAnswer.Failed("gave no JSON with Username and Secret for " + serverUrl));
    }
    String words = (ended.output() + ended.errors()).toLowerCase(Locale.ROOT);
    return words.contains(NOT_FOUND)
        ? new HelperAnswer.NoCredentials()
        : new HelperAnswer.Failed(
            "failed for %s with exit code %d".formatted(serverUrl, ended.exitCode()));
  }

  private static Optional<HelperAnswer> read(String output) {
    Document document;
    try {
      document = new JsonReader().read(SourceText.of(output));
    } catch (DocumentException e) {
      return Optional.empty();
    }
    if (!(document.roots().getFirst() instanceof Mapping answer)) {
      return Optional.empty();
    }
    Optional<String> user = text(answer, USERNAME);
    Optional<String> secret = text(answer, SECRET);
    return user.flatMap(name -> secret.map(word -> answer(name, word)));
  }

  /** A string; null and what is not a string count as absent. */
  private static Optional<String> text(Mapping answer, Key key) {
    return answer.scalar(key).filter(scalar -> !scalar.isPlain()).map(Scalar::value);
  }

  private static HelperAnswer answer(String user, String secret) {
    return AuthEntry.credential(user, secret)
        .<HelperAnswer>map(HelperAnswer.Given::new)
        .orElseGet(HelperAnswer.NoCredentials::new);
  }
}
