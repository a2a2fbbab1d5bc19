package dev.digester.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.document.index.NodeKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the value of a key under {@code auths}. A broken one is a value of its own: it is of
 * interest only if it turns out to be the one that matches.
 */
final class AuthEntryReader {
  private static final Key AUTH = Key.of("auth");
  private static final Key USERNAME = Key.of("username");
  private static final Key PASSWORD = Key.of("password");
  private static final Key IDENTITY_TOKEN = Key.of("identitytoken");
  private static final Key REGISTRY_TOKEN = Key.of("registrytoken");
  private static final List<Key> FIELDS =
      List.of(AUTH, USERNAME, PASSWORD, IDENTITY_TOKEN, REGISTRY_TOKEN);

  /** Old docker versions filled the decoded text up with zero bytes; docker/cli cuts them off. */
  private static final Pattern ZERO_BYTES = Pattern.compile("\u0000+$");

  private AuthEntryReader() {}

  static AuthEntry read(Node node) {
    return switch (node) {
      case Mapping entry -> areTexts(entry) ? read(entry) : new AuthEntry.Malformed();
      case Scalar scalar -> scalar.isNull() ? new AuthEntry.Empty() : new AuthEntry.Malformed();
      case Sequence _ -> new AuthEntry.Malformed();
    };
  }

  /** A token wins over the auth beside it, which then holds only a stand-in for the user name. */
  private static AuthEntry read(Mapping entry) {
    String user = text(entry, USERNAME).orElse("");
    String password = text(entry, PASSWORD).orElse("");
    return text(entry, REGISTRY_TOKEN)
        .<Credential>map(Credential.RegistryToken::new)
        .or(() -> text(entry, IDENTITY_TOKEN).map(Credential.IdentityToken::new))
        .<AuthEntry>map(AuthEntry.Usable::new)
        .or(() -> text(entry, AUTH).map(AuthEntryReader::readAuth))
        .orElseGet(() -> AuthEntry.of(user, password));
  }

  private static AuthEntry readAuth(String auth) {
    return Base64Text.decode(auth)
        .map(bytes -> readPair(new String(bytes, UTF_8)))
        .orElseGet(AuthEntry.Malformed::new);
  }

  /** {@code user:password}; the first colon separates, so passwords may hold more of them. */
  private static AuthEntry readPair(String padded) {
    String pair = ZERO_BYTES.matcher(padded).replaceFirst("");
    int colon = pair.indexOf(':');
    return colon < 0
        ? new AuthEntry.Malformed()
        : AuthEntry.of(pair.substring(0, colon), pair.substring(colon + 1));
  }

  private static Optional<String> text(Mapping entry, Key key) {
    return entry
        .scalar(key)
        .filter(scalar -> !scalar.isNull())
        .map(Scalar::value)
        .filter(text -> !text.isEmpty());
  }

  private static boolean areTexts(Mapping entry) {
    return FIELDS.stream()
        .flatMap(field -> entry.get(field).stream())
        .allMatch(AuthEntryReader::isText);
  }

  private static boolean isText(Node node) {
    return node instanceof Scalar scalar
        && (scalar.kind() == NodeKind.DOUBLE_QUOTED || scalar.isNull());
  }
}
