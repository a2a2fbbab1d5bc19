package dev.digester.credentials;

/** What became of asking a credential helper. */
sealed interface HelperAnswer {

  /** It has a credential. */
  record Given(Credential credential) implements HelperAnswer {}

  /** It works, and knows nothing about the registry. */
  record NoCredentials() implements HelperAnswer {}

  /** There is no such program in PATH. */
  record NotInstalled() implements HelperAnswer {}

  /**
   * It did not work.
   *
   * @param reason to follow the words "the credential helper NAME"; holds nothing that it wrote
   */
  record Failed(String reason) implements HelperAnswer {}
}
