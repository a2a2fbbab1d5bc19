package dev.digester.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The examples of AWS's test suite for Signature Version 4, and of its documentation. */
class RequestSignatureTest {
  private static final Instant TIME = Instant.parse("2015-08-30T12:36:00Z");
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  private static String sign(Ask ask, String service, Optional<String> session) {
    AwsKeys keys = new AwsKeys("AKIDEXAMPLE", SECRET, session);
    Ask signed = new RequestSignature(keys, "us-east-1", service).sign(ask, TIME);
    return signed.headers().getOrDefault("authorization", "");
  }

  private static Ask ask(String method, String uri, Map<String, String> headers) {
    return new Ask(method, URI.create(uri), headers, "");
  }

  @Test
  void a_plain_get() {
    assertThat(
            sign(
                ask("GET", "https://example.amazonaws.com/", Map.of()),
                "service",
                Optional.empty()))
        .isEqualTo(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                + " SignedHeaders=host;x-amz-date,"
                + " Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
  }

  @Test
  void a_plain_post() {
    assertThat(
            sign(
                ask("POST", "https://example.amazonaws.com", Map.of()),
                "service",
                Optional.empty()))
        .endsWith("Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
  }

  @Test
  void a_query_and_a_header() {
    Map<String, String> type =
        Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
    String uri = "https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08";
    assertThat(sign(ask("GET", uri, type), "iam", Optional.empty()))
        .contains("SignedHeaders=content-type;host;x-amz-date,")
        .endsWith("Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
  }

  @Test
  void a_session_is_signed_too_and_the_host_is_left_to_the_client() {
    Ask ask = ask("GET", "https://example.amazonaws.com/", Map.of());
    AwsKeys keys = new AwsKeys("AKIDEXAMPLE", SECRET, Optional.of("s3ssion"));
    Ask signed = new RequestSignature(keys, "us-east-1", "service").sign(ask, TIME);
    assertThat(signed.headers())
        .containsOnlyKeys("authorization", "x-amz-date", "x-amz-security-token");
    assertThat(signed.headers().get("authorization"))
        .contains("SignedHeaders=host;x-amz-date;x-amz-security-token,");
    assertThat(signed + " " + keys).isEqualTo("example.amazonaws.com AwsKeys[hidden]");
  }
}
