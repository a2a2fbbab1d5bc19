package dev.digester.credentials;

import java.util.Optional;

/** What stands for a credential in a file, a variable or the answer of a helper. */
sealed interface AuthEntry {

  /**
   * The user name that stands for "the password is an identity token"
   * (https://github.com/docker/docker-credential-helpers#development).
   */
  String TOKEN_USER = "<token>";

  /** Names no credential: what Docker Desktop leaves after where a credential store has it. */
  record Empty() implements AuthEntry {}

  /** Cannot be understood. */
  record Malformed() implements AuthEntry {}

  /** Holds a credential. */
  record Usable(Credential credential) implements AuthEntry {}

  /** The entry for a user name and a password. */
  static AuthEntry of(String user, String password) {
    return credential(user, password).<AuthEntry>map(Usable::new).orElseGet(Empty::new);
  }

  /** What a user name and a password mean; nothing if they are empty. */
  static Optional<Credential> credential(String user, String password) {
    boolean isToken = user.equals(TOKEN_USER);
    if (password.isEmpty() && (isToken || user.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        isToken ? new Credential.IdentityToken(password) : new Credential.Basic(user, password));
  }
}
