package dev.digester.cli;

import dev.digester.config.Environment;
import dev.digester.document.read.YamlParsing;
import dev.digester.process.UsageException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The flags of the function, those of google/k8s-digester: {@code --offline[=BOOL]}, {@code
 * --skip-prefixes=LIST}, {@code --kubeconfig=FILE}; a value may also be the next word. Read by
 * hand, so that a run of the function needs no command-line parser.
 */
public final class Flags {
  private static final String OFFLINE = "--offline";
  private static final String SKIP_PREFIXES = "--skip-prefixes";
  private static final String KUBECONFIG = "--kubeconfig";

  /** For the tests of the program only, and in no help text. */
  private static final String READER = "--reader";

  private Flags() {}

  /** Whether a word can begin the flags of the function. */
  public static boolean isFlag(String word) {
    String name = word.split("=", 2)[0];
    return List.of(OFFLINE, SKIP_PREFIXES, KUBECONFIG, READER).contains(name);
  }

  /**
   * Reads the words after the program or the function's name.
   *
   * @throws UsageException if a word is not a flag of the function, or lacks its value
   */
  public static Environment.Flags parse(List<String> words) {
    Environment.Flags flags = Environment.Flags.NONE;
    Deque<String> rest = new ArrayDeque<>(words);
    rest.removeIf(Flags::isReader);
    while (!rest.isEmpty()) {
      flags = with(flags, rest.pop(), rest);
    }
    return flags;
  }

  /**
   * How YAML is to be read: {@code --reader=engine} or {@code --reader=fast}, which is also meant
   * where neither stands among the words.
   *
   * @throws UsageException for any other reader
   */
  public static YamlParsing reader(List<String> words) {
    YamlParsing reader = YamlParsing.FAST;
    for (String word : words) {
      if (isReader(word)) {
        reader = parsing(word);
      }
    }
    return reader;
  }

  private static boolean isReader(String word) {
    return word.startsWith(READER + "=");
  }

  private static YamlParsing parsing(String word) {
    return switch (word.substring(READER.length() + 1)) {
      case "fast" -> YamlParsing.FAST;
      case "engine" -> YamlParsing.ENGINE;
      default -> throw new UsageException(READER + " is engine or fast");
    };
  }

  private static Environment.Flags with(Environment.Flags flags, String word, Deque<String> rest) {
    String[] parts = word.split("=", 2);
    return switch (parts[0]) {
      case OFFLINE ->
          new Environment.Flags(Optional.of(bool(parts)), flags.skipPrefixes(), flags.kubeconfig());
      case SKIP_PREFIXES ->
          new Environment.Flags(
              flags.offline(), Optional.of(value(parts, rest)), flags.kubeconfig());
      case KUBECONFIG ->
          new Environment.Flags(
              flags.offline(), flags.skipPrefixes(), Optional.of(value(parts, rest)));
      default -> throw new UsageException("unknown argument '" + word + "' of the function");
    };
  }

  private static String bool(String[] parts) {
    String value = parts.length == 1 ? "true" : parts[1];
    if (!Environment.isBoolean(value)) {
      throw new UsageException(parts[0] + " is true or false, not '" + value + "'");
    }
    return value;
  }

  private static String value(String[] parts, Deque<String> rest) {
    if (parts.length == 2) {
      return parts[1];
    }
    if (rest.isEmpty()) {
      throw new UsageException(parts[0] + " needs a value");
    }
    return rest.pop();
  }
}
