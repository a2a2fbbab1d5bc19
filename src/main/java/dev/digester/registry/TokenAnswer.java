package dev.digester.registry;

import java.time.Instant;

/** What a token service said. */
sealed interface TokenAnswer {

  /** A token; a secret. */
  record Granted(String token, Instant expires) implements TokenAnswer {
    @Override
    public String toString() {
      return "Granted[hidden]";
    }
  }

  /** The service does not take the credential, or wants one. */
  record Rejected() implements TokenAnswer {}

  /** The service could not be asked. */
  record Failed(RegistryFailure failure) implements TokenAnswer {}
}
