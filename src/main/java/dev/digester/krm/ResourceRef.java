package dev.digester.krm;

import java.util.Optional;

/**
 * The identity of a resource, as results refer to it. A part that the resource lacks is empty text,
 * since clients print the parts without looking.
 *
 * @param namespace absent where the resource names none
 */
public record ResourceRef(String apiVersion, String kind, String name, Optional<String> namespace) {

  /** For people: {@code Deployment shop/web}. */
  @Override
  public String toString() {
    String qualified = namespace.map(n -> n + "/").orElse("") + name;
    return (kind + " " + qualified).strip();
  }
}
