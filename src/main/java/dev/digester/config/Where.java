package dev.digester.config;

import java.util.Optional;

/**
 * Which resources and containers a rule is for; what is empty does not matter.
 *
 * @param kind of the resource
 * @param name of the resource
 * @param namespace of the resource
 * @param labelSelector labels of the resource, as for kubectl: {@code app=web,tier!=cache}
 * @param container name of the container
 */
public record Where(
    Optional<String> kind,
    Optional<String> name,
    Optional<String> namespace,
    Optional<LabelSelector> labelSelector,
    Optional<String> container) {

  /** Everywhere. */
  public static final Where ANY =
      new Where(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
