package dev.digester.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the variables and flags say that google/k8s-digester has as well; a flag comes before its
 * variable, and an empty variable is none.
 *
 * @param offline whether the cluster is not asked for pull secrets; images are looked up either way
 * @param skip further images to leave alone
 * @param kubeconfig which cluster to ask, as written; only it changes nothing
 * @param debug whether each step is logged
 * @param warnings what was written in vain, a line each
 */
public record Environment(
    boolean offline,
    SkipRules skip,
    Optional<String> kubeconfig,
    boolean debug,
    List<String> warnings) {

  /** What Go's strconv.ParseBool takes, which the flags of google/k8s-digester go through. */
  private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");

  private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");
  private static final Set<String> DEBUG_ON = Set.of("true", "yes", "1");

  public Environment {
    warnings = List.copyOf(warnings);
  }

  /**
   * The flags as written on the command line; empty where a flag is not there.
   *
   * @param offline of {@code --offline}, which without a value is {@code true}
   * @param skipPrefixes of {@code --skip-prefixes}
   * @param kubeconfig of {@code --kubeconfig}
   */
  public record Flags(
      Optional<String> offline, Optional<String> skipPrefixes, Optional<String> kubeconfig) {
    /** None. */
    public static final Flags NONE =
        new Flags(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The settings that variables and flags make. */
  public static Environment of(Map<String, String> variables, Flags flags) {
    Setting offline = Setting.of("--offline", flags.offline(), "OFFLINE", variables);
    Setting skip = Setting.of("--skip-prefixes", flags.skipPrefixes(), "SKIP_PREFIXES", variables);
    Setting kubeconfig = Setting.of("--kubeconfig", flags.kubeconfig(), "KUBECONFIG", variables);
    String debug = variables.getOrDefault("DEBUG", "").toLowerCase(Locale.ROOT);
    return new Environment(
        offline.value().filter(FALSE::contains).isEmpty(),
        skip.value().map(Prefixes::of).orElse(SkipRules.NONE),
        kubeconfig.value(),
        DEBUG_ON.contains(debug),
        warnings(offline));
  }

  /** Whether a value is one that Go's strconv.ParseBool takes. */
  public static boolean isBoolean(String value) {
    return TRUE.contains(value) || FALSE.contains(value);
  }

  private static List<String> warnings(Setting flag) {
    String value = flag.value().orElse("true");
    return isBoolean(value)
        ? List.of()
        : List.of(
            flag.name()
                + " must be true or false, but it is "
                + Words.quoted(value)
                + "; it is taken as true");
  }

  /** How prefixes are written in one text. Few have any. */
  private static final class Prefixes {
    static final Pattern SEPARATORS = Pattern.compile("[;,]");

    /**
     * A colon that does not stand before a port, which ends the prefix or is followed by a path.
     */
    static final Pattern COLON = Pattern.compile(":(?![0-9]+(?:/|$))");

    static SkipRules of(String text) {
      return new SkipRules(
          SEPARATORS
              .splitAsStream(text)
              .map(String::strip)
              .flatMap(part -> Arrays.stream(COLON.split(part)))
              .map(String::strip)
              .filter(prefix -> !prefix.isEmpty() && !prefix.equals("="))
              .toList());
    }
  }

  /**
   * A setting that has a flag and a variable.
   *
   * @param name of the one that counts
   * @param value empty where neither is there
   */
  private record Setting(String name, Optional<String> value) {
    static Setting of(
        String flag, Optional<String> flagValue, String variable, Map<String, String> variables) {
      return flagValue.isPresent()
          ? new Setting(flag, flagValue)
          : new Setting(
              variable, Optional.ofNullable(variables.get(variable)).filter(v -> !v.isEmpty()));
    }
  }
}
