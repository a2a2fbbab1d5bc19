package dev.digester.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a host is told beside the question, since it answers for other registries.
 *
 * @param namespace the registry that the image's name has, for {@code ?ns=}; empty where the host
 *     is that registry
 * @param headers sent to this host only; their values may be secrets
 * @param plain whether the headers may be sent by plain http
 */
public record AskedFor(
    Optional<String> namespace, Map<String, List<String>> headers, boolean plain) {
  /** A host that is told nothing more. */
  public static final AskedFor ITSELF = new AskedFor(Optional.empty(), Map.of(), false);

  public AskedFor {
    headers = Map.copyOf(headers);
  }

  /** A path with the namespace, which needs no escapes: hosts have letters, digits and [.:-]. */
  String at(String path) {
    return namespace.map(name -> path + "?ns=" + name.replace(":", "%3A")).orElse(path);
  }

  /** The headers for a connection. */
  Map<String, List<String>> headers(boolean readable) {
    return readable && !plain ? Map.of() : headers;
  }

  @Override
  public String toString() {
    return namespace.map(name -> "AskedFor[" + name + "]").orElse("AskedFor[]");
  }
}
