package dev.digester.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests to AWS (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Signature
 * Version 4</a>). The path is taken as it is, and the query must be in order.
 *
 * @param region of the service that is asked
 * @param service its name in signatures
 */
record RequestSignature(AwsKeys keys, String region, String service) {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int DATE = "yyyyMMdd".length();

  /** The same request with the headers that prove who asks. */
  Ask sign(Ask ask, Instant now) {
    String time = TIME.format(now);
    Map<String, String> headers = new TreeMap<>();
    ask.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    headers.put("host", ask.uri().getRawAuthority());
    headers.put("x-amz-date", time);
    keys.session().ifPresent(token -> headers.put("x-amz-security-token", token));
    String scope = "%s/%s/%s/aws4_request".formatted(time.substring(0, DATE), region, service);
    String names = String.join(";", headers.keySet());
    String toSign = String.join("\n", ALGORITHM, time, scope, hash(canonical(ask, headers, names)));
    String signature = HexFormat.of().formatHex(hmac(key(scope), toSign));
    headers.put(
        "authorization",
        "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(ALGORITHM, keys.id(), scope, names, signature));
    // The client writes the host itself.
    headers.remove("host");
    return new Ask(ask.method(), ask.uri(), headers, ask.body());
  }

  private static String canonical(Ask ask, Map<String, String> headers, String names) {
    URI uri = ask.uri();
    StringBuilder lines = new StringBuilder();
    headers.forEach(
        (name, value) -> lines.append(name).append(':').append(value.strip()).append('\n'));
    return String.join(
        "\n",
        ask.method(),
        uri.getRawPath().isEmpty() ? "/" : uri.getRawPath(),
        uri.getRawQuery() == null ? "" : uri.getRawQuery(),
        lines,
        names,
        hash(ask.body()));
  }

  /** The secret, bound to day, region and service. */
  private byte[] key(String scope) {
    byte[] key = ("AWS4" + keys.secret()).getBytes(UTF_8);
    for (String part : scope.split("/", -1)) {
      key = hmac(key, part);
    }
    return key;
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HMAC and SHA-256", e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
