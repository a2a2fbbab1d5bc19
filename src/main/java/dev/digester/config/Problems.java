package dev.digester.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is wrong with a configuration, gathered so that people see all of it at once. */
final class Problems {
  private final List<ConfigurationException> found = new ArrayList<>();
  private final Set<Optional<String>> fields = new HashSet<>();

  /** Adds what is wrong; of a field, the first thing counts. */
  void add(ConfigurationException problem) {
    for (ConfigurationException each : problem.each()) {
      if (fields.add(each.field()) || each.field().isEmpty()) {
        found.add(each);
      }
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Ends the reading, if anything was wrong.
   *
   * @throws ConfigurationException with all that was added
   */
  void refuse() {
    if (!found.isEmpty()) {
      throw ConfigurationException.of(found);
    }
  }
}
