package dev.digester.config;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Scalar;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a configuration comes from, for messages.
 *
 * @param name of the file, or {@code functionConfig} where no file is known
 * @param isInList whether it is a part of a list that was read: then the lines are the list's
 */
record Source(String name, boolean isInList) {
  private static final Key METADATA = Key.of("metadata");
  private static final Key ANNOTATIONS = Key.of("annotations");
  private static final Key PATH = Key.of("internal.config.kubernetes.io/path");
  private static final Key LEGACY_PATH = Key.of("config.kubernetes.io/path");

  /** Keys and names may hold line breaks; a message is one line. */
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

  /** An orchestrator that read the functionConfig from a file says so in its annotations. */
  static Source ofFunctionConfig(Mapping functionConfig) {
    Optional<Mapping> annotations =
        functionConfig.mapping(METADATA).flatMap(metadata -> metadata.mapping(ANNOTATIONS));
    Optional<String> path =
        Stream.of(PATH, LEGACY_PATH)
            .flatMap(key -> annotations.flatMap(a -> a.scalar(key)).stream())
            .map(Scalar::value)
            .filter(value -> !value.isEmpty())
            .findFirst();
    return new Source(path.orElse("functionConfig"), true);
  }

  static Source ofFile(String name) {
    return new Source(name, false);
  }

  /**
   * What is wrong, with its place.
   *
   * @param line counted from 1
   */
  ConfigurationException problem(int line, String reason) {
    return ConfigurationException.at(line, message(line, reason));
  }

  /**
   * What is wrong with a field.
   *
   * @param line counted from 1
   * @param field its path
   * @param reason to follow the path
   */
  ConfigurationException problem(int line, String field, String reason) {
    return ConfigurationException.about(line, field, message(line, field + reason));
  }

  private String message(int line, String reason) {
    String where = isInList ? " (line " + line + " of the input): " : ", line " + line + ": ";
    return CONTROLS.matcher(name + where + reason).replaceAll(" ");
  }
}
