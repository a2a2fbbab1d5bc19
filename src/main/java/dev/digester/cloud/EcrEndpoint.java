package dev.digester.cloud;

import dev.digester.credentials.UserEnvironment;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where ECR hands out tokens for a registry (<a
 * href="https://docs.aws.amazon.com/general/latest/gr/ecr.html">endpoints</a>).
 *
 * @param url of the API
 * @param service its name in signatures
 * @param region its region in signatures
 * @param target what is called there
 * @param variable names another place for it
 */
record EcrEndpoint(String url, String service, String region, String target, String variable) {
  private static final Pattern PRIVATE =
      Pattern.compile(
          "\\d{12}\\.dkr[.-]ecr(-fips)?\\.([a-z0-9-]+)\\.(amazonaws\\.com(?:\\.cn)?|on\\.aws)");

  private static final String PUBLIC = "public.ecr.aws";

  /** For all services; the variable of a service wins (AWS SDKs, service-specific endpoints). */
  private static final String ALL = "AWS_ENDPOINT_URL";

  /** The one of a registry, if it is one of ECR. */
  static Optional<EcrEndpoint> of(String host) {
    if (host.equals(PUBLIC)) {
      return Optional.of(
          new EcrEndpoint(
              "https://api.ecr-public.us-east-1.amazonaws.com",
              "ecr-public",
              "us-east-1",
              "SpencerFrontendService.GetAuthorizationToken",
              ALL + "_ECR_PUBLIC"));
    }
    Matcher parts = PRIVATE.matcher(host);
    return parts.matches() ? Optional.of(of(parts)) : Optional.empty();
  }

  private static EcrEndpoint of(Matcher parts) {
    String name = parts.group(1) == null ? "api.ecr" : "ecr-fips";
    String domain = parts.group(3).endsWith(".cn") ? "amazonaws.com.cn" : "amazonaws.com";
    return new EcrEndpoint(
        "https://%s.%s.%s".formatted(name, parts.group(2), domain),
        "ecr",
        parts.group(2),
        "AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken",
        ALL + "_ECR");
  }

  /** The same where the environment names another place. */
  EcrEndpoint in(UserEnvironment environment) {
    return environment
        .variable(variable)
        .or(() -> environment.variable(ALL))
        .map(other -> new EcrEndpoint(other, service, region, target, variable))
        .orElse(this);
  }

  /** The signed request for a token. */
  Ask request(URI uri, AwsKeys keys, Instant now) {
    Map<String, String> headers =
        Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", target);
    Ask ask = new Ask("POST", uri.resolve("/"), headers, "{}");
    return new RequestSignature(keys, region, service).sign(ask, now);
  }
}
