package dev.digester.credentials;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code DIGESTER_REGISTRY_1_HOST}, {@code _USERNAME} and {@code _PASSWORD}, and so on with other
 * numbers: credentials for jobs that have variables but no files. A host is written as a key of a
 * file is, with a path if need be.
 */
final class NumberedVariables implements Source {
  private static final String PREFIX = "DIGESTER_REGISTRY_";

  /** Nine digits fit an int; no one numbers registries beyond. */
  private static final Pattern HOST = Pattern.compile(PREFIX + "(\\d{1,9})_HOST");

  private record Registry(int number, String name, RegistryKey key) {
    /** The name of a variable that belongs to the host's. */
    String sibling(String suffix) {
      return name.substring(0, name.length() - "HOST".length()) + suffix;
    }
  }

  private final UserEnvironment environment;
  private final List<Registry> registries;

  NumberedVariables(UserEnvironment environment) {
    this.environment = environment;
    List<Registry> found = new ArrayList<>();
    for (String name : environment.variables().keySet()) {
      Matcher matcher = HOST.matcher(name);
      Optional<String> host = environment.variable(name);
      if (matcher.matches() && host.isPresent()) {
        RegistryKey key = RegistryKey.parse(host.get());
        found.add(new Registry(Integer.parseInt(matcher.group(1)), name, key));
      }
    }
    registries = found;
  }

  @Override
  public String place() {
    return PREFIX + "<n>_HOST";
  }

  @Override
  public Finding find(Target target) {
    if (registries.isEmpty()) {
      return new Finding.Unset("not set");
    }
    Comparator<Registry> order = comparing(Registry::key, RegistryKey.LONGEST_FIRST);
    return registries.stream()
        .filter(registry -> registry.key().covers(target))
        .min(order.thenComparingInt(Registry::number).thenComparing(Registry::name))
        .map(this::finding)
        .orElseGet(() -> new Finding.Nothing("none is for " + target));
  }

  private Finding finding(Registry registry) {
    String user = registry.sibling("USERNAME");
    String password = registry.sibling("PASSWORD");
    for (String needed : List.of(user, password)) {
      if (environment.variable(needed).isEmpty()) {
        String note = "%s is set, %s is not".formatted(registry.name(), needed);
        return new Finding.Nothing(note, Optional.of(note));
      }
    }
    return environment
        .variable(user)
        .flatMap(u -> environment.variable(password).flatMap(p -> AuthEntry.credential(u, p)))
        .<Finding>map(credential -> new Finding.Match(credential, registry.name()))
        .orElseGet(() -> new Finding.Nothing("empty"));
  }
}
