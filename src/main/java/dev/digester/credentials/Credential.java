package dev.digester.credentials;

/**
 * What proves to a registry who asks. No {@code toString} shows any part of it, so that a
 * credential that strays into a message or a log gives nothing away.
 */
public sealed interface Credential {

  /** User name and password for HTTP Basic (RFC 7617), and for a token endpoint. */
  record Basic(String user, String password) implements Credential {
    @Override
    public String toString() {
      return "Basic[hidden]";
    }
  }

  /**
   * A refresh token (OAuth 2): goes to the token endpoint by POST, never to the registry itself.
   */
  record IdentityToken(String token) implements Credential {
    @Override
    public String toString() {
      return "IdentityToken[hidden]";
    }
  }

  /** A bearer token that goes to the registry as it is (RFC 6750). */
  record RegistryToken(String token) implements Credential {
    @Override
    public String toString() {
      return "RegistryToken[hidden]";
    }
  }
}
