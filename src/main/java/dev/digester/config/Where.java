package dev.digester.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

  /** The conditions as people say them: {@code kind is Job and container is app}. */
  public String described() {
    Map<String, Optional<String>> conditions = new LinkedHashMap<>();
    conditions.put("kind", kind);
    conditions.put("name", name);
    conditions.put("namespace", namespace);
    conditions.put("labelSelector", labelSelector.map(LabelSelector::text));
    conditions.put("container", container);
    return conditions.entrySet().stream()
        .flatMap(each -> each.getValue().map(value -> each.getKey() + " is " + value).stream())
        .collect(Collectors.joining(" and "));
  }
}
