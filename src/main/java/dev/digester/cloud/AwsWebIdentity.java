package dev.digester.cloud;

import dev.digester.credentials.UserEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A role that someone with a token of another identity provider may take on, as pods of EKS and
 * jobs of CI do (<a
 * href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html">AssumeRoleWithWebIdentity</a>).
 *
 * @param file that holds the token
 * @param role its ARN
 * @param region of the token service
 */
record AwsWebIdentity(
    UserEnvironment environment, CloudHttp http, Path file, String role, String region)
    implements AwsWay {
  private static final String FILE = "AWS_WEB_IDENTITY_TOKEN_FILE";
  private static final String ENDPOINT = "AWS_ENDPOINT_URL_STS";

  /** The version of the protocol, part of every request. */
  private static final String VERSION = "2011-06-15";

  /** The identity that variables name. */
  static Optional<AwsWay> of(UserEnvironment environment, String region, CloudHttp http) {
    String near = environment.variable("AWS_REGION").orElse(region);
    return environment
        .variable(FILE)
        .flatMap(file ->
            environment
                .variable("AWS_ROLE_ARN")
                .map(role -> new AwsWebIdentity(environment, http, Path.of(file), role, near)));
  }

  @Override
  public String plan() {
    return "would show the token of %s to %s for keys".formatted(FILE, Addresses.shown(url()));
  }

  private String url() {
    String domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    return environment.variable(ENDPOINT).orElse("https://sts.%s.%s".formatted(region, domain));
  }

  @Override
  public Outcome get() {
    Optional<URI> uri = Addresses.service(url());
    Optional<String> token = TextFile.read(file);
    if (uri.isEmpty()) {
      return new Failed("%s or AWS_REGION leads to no https address".formatted(ENDPOINT));
    }
    return token
        .map(text -> ask(uri.get().resolve("/"), text.strip()))
        .orElseGet(() -> new Failed("the file of " + FILE + " cannot be read"));
  }

  private Outcome ask(URI uri, String token) {
    Ask ask =
        Ask.form(
            uri,
            Map.of(
                "Action", "AssumeRoleWithWebIdentity",
                "Version", VERSION,
                "RoleArn", role,
                "RoleSessionName", environment.variable("AWS_ROLE_SESSION_NAME").orElse("digester"),
                "WebIdentityToken", token));
    Reply reply = http.send(ask, CloudHttp.SERVICE);
    return reply
        .text()
        .flatMap(AwsWebIdentity::keys)
        .<Outcome>map(keys -> new Got(keys, "the role of AWS_ROLE_ARN"))
        .orElseGet(() -> new Failed("no role by %s: %s %s".formatted(FILE, ask, reply.problem())));
  }

  /** The protocol answers in XML, of which three elements without any markup are of interest. */
  private static Optional<AwsKeys> keys(String xml) {
    return element(xml, "AccessKeyId")
        .flatMap(id ->
            element(xml, "SecretAccessKey")
                .map(secret -> new AwsKeys(id, secret, element(xml, "SessionToken"))));
  }

  private static Optional<String> element(String xml, String name) {
    Matcher matcher = Pattern.compile("<" + name + ">([^<>&]+)</" + name + ">").matcher(xml);
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }
}
