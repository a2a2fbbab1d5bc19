package dev.digester.cli;

import dev.digester.config.Configuration;
import dev.digester.config.ConfigurationException;
import dev.digester.config.ConfigurationReader;
import dev.digester.config.Configured;
import dev.digester.config.Environment;
import dev.digester.config.Overrides;
import dev.digester.engine.Engine;
import dev.digester.engine.LookUps;
import dev.digester.engine.Reach;
import dev.digester.engine.RegistryLookUps;
import dev.digester.files.ConfigurationFile;
import dev.digester.process.Surroundings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How a command is to run: the configuration file, the flags and the environment together. */
final class CommandSetup {
  private static final String SET = "--set";

  private final FileOptions options;
  private final Surroundings surroundings;
  private final PrintStream err;

  CommandSetup(FileOptions options, Surroundings surroundings, PrintStream err) {
    this.options = options;
    this.surroundings = surroundings;
    this.err = err;
  }

  /**
   * The configuration.
   *
   * @throws ConfigurationException if it cannot be read or is wrong
   */
  Configuration configuration() {
    Configuration file = file().map(CommandSetup::read).orElseGet(Configuration::defaults);
    return Overrides.of(SET, options.settings).over(file);
  }

  private Optional<Path> file() {
    try {
      if (options.noConfig) {
        return Optional.empty();
      }
      return options.config.isEmpty()
          ? ConfigurationFile.nearest(Path.of(""))
          : Optional.of(Path.of(options.config));
    } catch (IOException e) {
      throw ConfigurationException.of("--config", "the working directory cannot be read");
    } catch (InvalidPathException e) {
      throw ConfigurationException.of("--config", "is not a path that this system can have");
    }
  }

  private static Configuration read(Path file) {
    try {
      return ConfigurationReader.readFile(file.toString(), Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw ConfigurationException.of(file.toString(), "there is no such file");
    } catch (IOException e) {
      throw ConfigurationException.of(file.toString(), "cannot be read");
    }
  }

  /** What variables and flags say. */
  Environment environment() {
    Map<String, String> variables = new HashMap<>(surroundings.environment());
    if (options.verbose) {
      variables.put("DEBUG", "true");
    }
    return Environment.of(
        variables,
        new Environment.Flags(
            given(options.offline), given(options.skipPrefixes), given(options.kubeconfig)));
  }

  private static Optional<String> given(String value) {
    return Optional.of(value).filter(text -> !text.isEmpty());
  }

  /** Asks registries. */
  LookUps lookUps() {
    return new RegistryLookUps(environment(), surroundings, err);
  }

  Engine engine(Configuration configuration, Reach reach) {
    return new Engine(
        new Configured(configuration, Optional.empty()), environment(), lookUps(), reach);
  }
}
