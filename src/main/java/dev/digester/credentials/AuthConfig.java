package dev.digester.credentials;

import dev.digester.document.Document;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.index.NodeKind;
import dev.digester.document.read.JsonReader;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What docker's {@code config.json} and podman's {@code auth.json} say about credentials
 * (docker/cli, cli/config/configfile; containers-auth.json(5)); all other keys are not looked at.
 *
 * @param auths by the key as parsed, in the file's order
 * @param credHelpers canonical host to the name of a helper; the empty name stands for {@code
 *     auths}
 * @param credsStore the helper for all hosts without one of their own
 */
record AuthConfig(
    Map<RegistryKey, AuthEntry> auths,
    Map<String, String> credHelpers,
    Optional<String> credsStore) {

  private static final Key AUTHS = Key.of("auths");
  private static final Key CRED_HELPERS = Key.of("credHelpers");
  private static final Key CREDS_STORE = Key.of("credsStore");

  /**
   * Reads a {@code config.json} or {@code auth.json}.
   *
   * @throws DocumentException if the text is not JSON, or has other types than it should
   */
  static AuthConfig parse(SourceText text) {
    Mapping root = root(text);
    return new AuthConfig(
        root.get(AUTHS).map(AuthConfig::auths).orElse(Map.of()),
        root.get(CRED_HELPERS).map(AuthConfig::credHelpers).orElse(Map.of()),
        root.get(CREDS_STORE).map(AuthConfig::text).filter(name -> !name.isEmpty()));
  }

  /**
   * Reads the older {@code .dockercfg}: the object under {@code auths} is the whole file.
   *
   * @throws DocumentException as {@link #parse}
   */
  static AuthConfig parseLegacy(SourceText text) {
    return new AuthConfig(auths(root(text)), Map.of(), Optional.empty());
  }

  private static Mapping root(SourceText text) {
    Document document = new JsonReader().read(text);
    return mapping(document.roots().getFirst());
  }

  private static Map<RegistryKey, AuthEntry> auths(Node node) {
    Map<RegistryKey, AuthEntry> auths = new LinkedHashMap<>();
    for (Mapping.Entry entry : fields(node)) {
      auths.put(RegistryKey.parse(text(entry.key())), AuthEntryReader.read(entry.value()));
    }
    return auths;
  }

  private static Map<String, String> credHelpers(Node node) {
    Map<String, String> helpers = new LinkedHashMap<>();
    for (Mapping.Entry entry : fields(node)) {
      RegistryKey key = RegistryKey.parse(text(entry.key()));
      if (key.path().isEmpty()) {
        helpers.put(key.host(), text(entry.value()));
      }
    }
    return helpers;
  }

  private static Iterable<Mapping.Entry> fields(Node node) {
    boolean isNull = node instanceof Scalar scalar && scalar.isNull();
    return isNull ? List.of() : mapping(node).entries();
  }

  private static Mapping mapping(Node node) {
    if (node instanceof Mapping mapping) {
      return mapping;
    }
    throw new DocumentException(node.line(), "an object is expected");
  }

  private static String text(Node node) {
    if (node instanceof Scalar scalar) {
      if (scalar.isNull()) {
        return "";
      }
      if (scalar.kind() == NodeKind.DOUBLE_QUOTED) {
        return scalar.value();
      }
    }
    throw new DocumentException(node.line(), "a string is expected");
  }
}
