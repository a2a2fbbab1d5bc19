package dev.digester.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request to a cloud.
 *
 * @param headers beside those that the client adds itself
 * @param body empty for none
 */
record Ask(String method, URI uri, Map<String, String> headers, String body) {
  private static final String FORM = "application/x-www-form-urlencoded";

  Ask {
    headers = Map.copyOf(headers);
  }

  static Ask get(URI uri, Map<String, String> headers) {
    return new Ask("GET", uri, headers, "");
  }

  /** The form of HTML, which OAuth 2 takes (RFC 6749, appendix B). */
  static Ask form(URI uri, Map<String, String> fields) {
    return new Ask("POST", uri, Map.of("Content-Type", FORM), query(fields));
  }

  /** Fields as a query or a form has them, by name. */
  static String query(Map<String, String> fields) {
    return new TreeMap<>(fields)
        .entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(joining("&"));
  }

  /** Who is asked, for people; secrets travel in everything else. */
  @Override
  public String toString() {
    return uri.getRawAuthority();
  }
}
