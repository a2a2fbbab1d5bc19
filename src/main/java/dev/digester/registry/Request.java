package dev.digester.registry;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request.
 *
 * @param accept the Accept header; empty for none
 * @param authorization what proves who asks
 * @param form the body of a POST, form-encoded
 * @param headers others that the host's owner wants; they are for this host only
 */
record Request(
    String method,
    URI uri,
    String accept,
    Optional<Authorization> authorization,
    Optional<String> form,
    Map<String, List<String>> headers) {
  Request {
    headers = Map.copyOf(headers);
  }

  Request(
      String method,
      URI uri,
      String accept,
      Optional<Authorization> authorization,
      Optional<String> form) {
    this(method, uri, accept, authorization, form, Map.of());
  }

  static Request get(URI uri, Optional<Authorization> authorization) {
    return new Request("GET", uri, "", authorization, Optional.empty());
  }

  static Request post(URI uri, String form) {
    return new Request("POST", uri, "", Optional.empty(), Optional.of(form));
  }

  /** The same request to another place, where it proves nothing. */
  Request anonymouslyTo(URI target) {
    return new Request(method, target, accept, Optional.empty(), form);
  }

  /** The same request to another place on the same host. */
  Request to(URI target) {
    return new Request(method, target, accept, authorization, form, headers);
  }

  /** Query and body stay out: tokens travel in them. */
  @Override
  public String toString() {
    return method + " " + uri.getRawAuthority() + uri.getRawPath();
  }
}
