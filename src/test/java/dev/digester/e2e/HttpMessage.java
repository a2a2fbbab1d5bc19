package dev.digester.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request or an answer of HTTP/1.1 (RFC 9112).
 *
 * @param start its first line
 * @param headers names and values in the order of the wire
 * @param body the body, a character for each byte; a header announces its length, but of an answer
 *     to HEAD it is empty
 */
record HttpMessage(String start, List<Map.Entry<String, String>> headers, String body) {
  HttpMessage {
    headers = List.copyOf(headers);
  }

  /** The next message, or empty when the other side has closed the connection. */
  static Optional<HttpMessage> read(InputStream in, boolean withBody) throws IOException {
    Optional<String> start = line(in);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (String line = need(in); !line.isEmpty(); line = need(in)) {
      int colon = line.indexOf(':');
      headers.add(Map.entry(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
    }
    HttpMessage head = new HttpMessage(start.get(), headers, "");
    int length = withBody ? head.header("Content-Length").map(Integer::parseInt).orElse(0) : 0;
    return Optional.of(new HttpMessage(start.get(), headers, latin1(in, length)));
  }

  /** An answer that no registry made. */
  static HttpMessage answer(int status, Map<String, String> headers, String body) {
    List<Map.Entry<String, String>> all = new ArrayList<>(headers.entrySet());
    all.add(Map.entry("Content-Length", Integer.toString(body.length())));
    return new HttpMessage("HTTP/1.1 " + status + " Fault", all, body);
  }

  String method() {
    return start.split(" ", -1)[0];
  }

  /** Path and query. */
  String path() {
    return start.split(" ", -1)[1];
  }

  int status() {
    return Integer.parseInt(start.split(" ", -1)[1]);
  }

  Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  HttpMessage without(String name) {
    var kept = headers.stream().filter(header -> !header.getKey().equalsIgnoreCase(name)).toList();
    return new HttpMessage(start, kept, body);
  }

  HttpMessage with(String name, String value) {
    List<Map.Entry<String, String>> all = new ArrayList<>(without(name).headers);
    all.add(Map.entry(name, value));
    return new HttpMessage(start, all, body);
  }

  HttpMessage withBody(String other) {
    return new HttpMessage(start, headers, other);
  }

  /** Everything before the body. */
  byte[] head() {
    StringBuilder text = new StringBuilder(start).append("\r\n");
    headers.forEach(h -> text.append(h.getKey()).append(": ").append(h.getValue()).append("\r\n"));
    return text.append("\r\n").toString().getBytes(ISO_8859_1);
  }

  private static String latin1(InputStream in, int length) throws IOException {
    return new String(in.readNBytes(length), ISO_8859_1);
  }

  private static String need(InputStream in) throws IOException {
    return line(in).orElseThrow(EOFException::new);
  }

  private static Optional<String> line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return Optional.empty();
      }
      line.write(next);
    }
    return Optional.of(line.toString(ISO_8859_1).stripTrailing());
  }
}
