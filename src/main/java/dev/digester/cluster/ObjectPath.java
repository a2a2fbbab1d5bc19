package dev.digester.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** The path of an object of the core group in a namespace. */
record ObjectPath(String resource, String namespace, String name) {

  String encoded() {
    return "/api/v1/namespaces/%s/%s/%s".formatted(encode(namespace), resource, encode(name));
  }

  /** Names in a package may be anything: they must not lead to another path. */
  private static String encode(String segment) {
    String encoded = URLEncoder.encode(segment, UTF_8).replace("+", "%20");
    return encoded.chars().allMatch(c -> c == '.') ? encoded.replace(".", "%2E") : encoded;
  }

  String forPeople() {
    return "%s/%s in namespace %s".formatted(resource, name, namespace);
  }
}
