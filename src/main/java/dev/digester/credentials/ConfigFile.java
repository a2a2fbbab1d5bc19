package dev.digester.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A {@code config.json} of docker or an {@code auth.json} of podman, in a file or in a variable.
 * Within it a helper for the host ({@code credHelpers}) goes before the store ({@code credsStore}),
 * and that before {@code auths}.
 *
 * <p>A helper for the host settles the matter, also where it has nothing. The store is there for
 * every host, so a store that has nothing for this one leaves the word to {@code auths}.
 */
final class ConfigFile implements Source {

  /**
   * Bytes; real files have a few thousand. A larger one is a mistake, and no reason to run out of
   * memory.
   */
  private static final int MAX_SIZE = 4 * 1024 * 1024;

  private sealed interface Content {
    record Missing() implements Content {}

    record Broken(String reason) implements Content {}

    record Parsed(AuthConfig config) implements Content {}
  }

  private final String place;
  private final Supplier<Content> reading;
  private final HelperPrograms helpers;
  private @Nullable Content content;

  private ConfigFile(String place, Supplier<Content> reading, HelperPrograms helpers) {
    this.place = place;
    this.reading = reading;
    this.helpers = helpers;
  }

  /**
   * A file that need not exist.
   *
   * @param why what names the file, such as an environment variable; empty where it is the usual
   *     place
   */
  static ConfigFile of(Path file, String why, HelperPrograms helpers) {
    String place = why.isEmpty() ? file.toString() : file + " of " + why;
    return new ConfigFile(place, () -> read(file), helpers);
  }

  /** What a variable of the environment holds, as GitLab's runners give it to a job. */
  static ConfigFile inVariable(String name, String json, HelperPrograms helpers) {
    return new ConfigFile(name, () -> parse(json.getBytes(UTF_8)), helpers);
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public Finding find(Target target) {
    return switch (content()) {
      case Content.Missing _ -> new Finding.Nothing("no such file");
      case Content.Broken(String reason) ->
          new Finding.Nothing(reason, Optional.of(place + " " + reason));
      case Content.Parsed(AuthConfig config) -> find(config, target);
    };
  }

  private Finding find(AuthConfig config, Target target) {
    @Nullable String own = config.credHelpers().get(target.host());
    if (own != null && !own.isEmpty()) {
      return new HelperFinding(own, "credHelpers", place).of(ask(own, target), target).settled();
    }
    // An empty name of a helper sends the host to auths, past the store (docker/cli).
    Optional<String> store = config.credsStore().filter(_ -> own == null);
    if (store.isEmpty()) {
      return findInAuths(config, target);
    }
    Finding stored =
        new HelperFinding(store.get(), "credsStore", place).of(ask(store.get(), target), target);
    return switch (stored) {
      case Finding.Nothing nothing -> nothing.then(findInAuths(config, target));
      case Finding.Match _, Finding.Anonymous _, Finding.Prospect _, Finding.Unset _ -> stored;
    };
  }

  private HelperAnswer ask(String helper, Target target) {
    HelperAnswer answer = new HelperAnswer.NoCredentials();
    for (String url : target.serverUrls()) {
      answer = helpers.ask(helper, url);
      if (!(answer instanceof HelperAnswer.NoCredentials)) {
        break;
      }
    }
    return answer;
  }

  private Finding findInAuths(AuthConfig config, Target target) {
    return AuthKeys.inFile(config.auths()).find(target, place);
  }

  /** Read at the first need; the lock lets the others wait for it. */
  private synchronized Content content() {
    Content known = content;
    if (known == null) {
      known = reading.get();
      content = known;
    }
    return known;
  }

  private static Content read(Path file) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_SIZE + 1);
    } catch (NoSuchFileException e) {
      return new Content.Missing();
    } catch (AccessDeniedException e) {
      return new Content.Broken("cannot be read: permission denied");
    } catch (IOException e) {
      // A file where a directory should be has no exception of its own.
      Path parent = file.toAbsolutePath().getParent();
      return parent == null || Files.isDirectory(parent)
          ? new Content.Broken("cannot be read")
          : new Content.Missing();
    }
    if (bytes.length > MAX_SIZE) {
      return new Content.Broken("cannot be used: it is larger than 4 MiB");
    }
    return parse(bytes);
  }

  private static Content parse(byte[] bytes) {
    try {
      return new Content.Parsed(AuthConfig.parse(SourceText.of(bytes)));
    } catch (DocumentException e) {
      // The reason may quote the file, and with it a secret: the line is enough.
      return new Content.Broken(
          "cannot be used: line %d is not what a JSON file of docker or podman has there"
              .formatted(e.line()));
    }
  }
}
