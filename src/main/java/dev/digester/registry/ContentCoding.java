package dev.digester.registry;

import dev.digester.registry.Outcome.Answer;
import dev.digester.registry.Outcome.NoAnswer;
import dev.digester.registry.Outcome.Trouble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Undoes the Content-Encoding of an answer (RFC 9110, clause 8.4). No coding is asked for, but some
 * servers and proxies compress all the same. A digest is that of the content without its codings.
 */
final class ContentCoding {

  /** What is asked for: the content as it is. */
  static final String IDENTITY = "identity";

  /** A file that a server keeps compressed and sends compressed again; more is not content. */
  private static final int MOST = 2;

  private static final Set<String> KNOWN = Set.of("gzip", "x-gzip", "deflate");

  /** What a coding may be called; anything else is not shown. */
  private static final Pattern TOKEN = Pattern.compile("[a-z0-9_.-]{1,20}");

  private ContentCoding() {}

  /**
   * The answer with its content as it is; the bounds of {@link BoundedBody} hold for it again.
   *
   * @param answer with the body as it was sent
   */
  static Outcome undo(Answer answer) {
    var codings = codings(answer);
    if (codings.isEmpty() || answer.body().isEmpty()) {
      return answer;
    }
    var content = new ByteArrayOutputStream();
    var whole = BoundedBody.isContent(answer.status());
    var limit = BoundedBody.limit(answer.status());
    try (var in = decoder(codings, answer.body())) {
      copy(in, content, limit);
    } catch (BoundedBody.TooLargeException e) {
      if (whole) {
        return new NoAnswer(Trouble.TOO_LARGE, "unpacked, " + e.getMessage());
      }
    } catch (IOException e) {
      // Of an error the beginning is enough: its body may be cut.
      if (whole) {
        return new NoAnswer(Trouble.BAD_ENCODING, why(codings));
      }
    }
    return new Answer(
        answer.uri(), answer.status(), answer.headers(), new Bytes(content.toByteArray()));
  }

  private static String why(List<String> codings) {
    var unknown = codings.stream().filter(coding -> !KNOWN.contains(coding)).findFirst();
    if (unknown.isEmpty()) {
      return "what it sent is not the " + codings.getLast() + " that its Content-Encoding names";
    }
    var name = unknown.filter(coding -> TOKEN.matcher(coding).matches());
    return "its Content-Encoding%s was not asked for and cannot be read"
        .formatted(name.map(coding -> " " + coding).orElse(""));
  }

  /** In the order in which they were applied. */
  private static List<String> codings(Answer answer) {
    return answer.headers().allValues("Content-Encoding").stream()
        .flatMap(value -> Stream.of(value.split(",", -1)))
        .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
        .filter(coding -> !coding.isEmpty() && !coding.equals(IDENTITY))
        .toList();
  }

  private static InputStream decoder(List<String> codings, Bytes body) throws IOException {
    if (codings.size() > MOST) {
      throw new IOException("too many codings");
    }
    var in = body.stream();
    for (var coding : codings.reversed()) {
      in =
          switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(in);
            case "deflate" -> new InflaterInputStream(in);
            default -> throw new IOException("unknown coding");
          };
    }
    return in;
  }

  private static void copy(InputStream in, ByteArrayOutputStream out, int limit)
      throws IOException {
    var chunk = new byte[8192];
    for (var read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      var room = limit - out.size();
      out.write(chunk, 0, Math.min(read, room));
      if (read > room) {
        throw new BoundedBody.TooLargeException(limit);
      }
    }
  }
}
