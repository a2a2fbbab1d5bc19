package dev.digester.pullsecrets;

import java.util.Optional;

/**
 * Which Secret or ServiceAccount is meant.
 *
 * @param namespace empty where the resource has none: a package may leave it to anyone who applies
 *     it
 */
public record ObjectName(Optional<String> namespace, String name) {
  /** For messages: {@code shop/registry}, or the name only. */
  @Override
  public String toString() {
    return namespace.map(n -> n + "/" + name).orElse(name);
  }
}
