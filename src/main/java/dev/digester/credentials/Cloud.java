package dev.digester.credentials;

import java.util.Optional;

/**
 * Someone who runs registries and gives programs that belong to an account a credential for a
 * while. Implementations may be asked by many threads.
 */
public interface Cloud {

  /** Its name for people. */
  String name();

  /** The hosts of its registries, for people. */
  String hosts();

  /**
   * What one credential serves, so that it is asked for once; empty where the host is none of this
   * cloud's registries.
   *
   * @param host in lower case, as in references
   */
  Optional<String> realm(String host);

  /**
   * What {@link #ask} would do, in words that follow the cloud's name: {@code would ask …}. Looks
   * at variables and files, and opens no connection.
   */
  String plan(String host);

  /** Asks for a credential, in bounded time; a registry that refused strangers is the reason. */
  Grant ask(String host);

  /** What came of asking. Words are for people, free of secrets and user names. */
  sealed interface Grant {

    /**
     * A credential.
     *
     * @param how what it was got with
     */
    record Given(Credential credential, String how) implements Grant {}

    /** Nothing here belongs to an account of the cloud. */
    record Nothing(String note) implements Grant {}

    /** Something here should have led to a credential, and did not. */
    record Failed(String problem) implements Grant {}
  }
}
