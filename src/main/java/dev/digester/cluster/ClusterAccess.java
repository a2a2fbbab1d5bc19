package dev.digester.cluster;

import java.net.URI;
import java.util.Optional;

/**
 * How an API server is reached and who asks there. Its {@code toString} shows the server only.
 *
 * @param place where this was found, for messages
 * @param trust whom to believe that it is the server
 * @param identity who asks
 */
public record ClusterAccess(Server server, String place, Trust trust, Identity identity) {

  /**
   * An API server.
   *
   * @param uri its address, with a path where it has one
   * @param proxy the HTTP proxy on the way, whatever variables say; it may hold a password
   */
  public record Server(URI uri, Optional<URI> proxy) {

    /** A server that is reached as others are. */
    Server(URI uri) {
      this(uri, Optional.empty());
    }

    @Override
    public String toString() {
      return uri.getRawAuthority();
    }
  }

  /**
   * Which certificates of the server are accepted.
   *
   * @param authorities PEM text; without it those of the machine
   * @param name to whom the certificate is made out, where that is not the address
   * @param insecure whether any is accepted
   */
  public record Trust(Optional<String> authorities, Optional<String> name, boolean insecure) {}

  /**
   * Who asks; where all is empty, a stranger.
   *
   * @param token a bearer token
   * @param certificate PEM text of the client's certificate, and those that certify it
   * @param key PEM text of the certificate's key
   */
  public record Identity(
      Optional<String> token, Optional<String> certificate, Optional<String> key) {
    /** No one in particular. */
    public static final Identity STRANGER =
        new Identity(Optional.empty(), Optional.empty(), Optional.empty());

    @Override
    public String toString() {
      return "Identity[hidden]";
    }
  }

  @Override
  public String toString() {
    return "ClusterAccess[" + server + "]";
  }
}
