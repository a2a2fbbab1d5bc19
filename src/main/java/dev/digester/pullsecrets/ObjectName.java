package dev.digester.pullsecrets;

import java.util.Optional;

/**
 * Which Secret or ServiceAccount is meant.
 *
 * @param namespace empty where the resource has none: a package may leave it to whoever applies it
 */
public record ObjectName(Optional<String> namespace, String name) {
  /** For messages: {@code shop/registry}, or the name alone. */
  @Override
  public String toString() {
    return namespace.map(n -> n + "/" + name).orElse(name);
  }
}
