package dev.digester.cluster;

/** The cluster is not found, not reached, or does not give what is asked for. */
public final class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message for people: what was tried on what, what came back, what to do; no user name and
   *     no secret
   */
  public ClusterException(String message) {
    super(message);
  }
}
