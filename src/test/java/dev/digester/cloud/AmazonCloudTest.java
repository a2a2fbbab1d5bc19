package dev.digester.cloud;

import static dev.digester.registry.ScriptedServer.reply;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.FarServer;
import dev.digester.registry.ScriptedServer;
import dev.digester.registry.ScriptedServer.Reply;
import dev.digester.registry.ScriptedServer.Seen;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of AWS from all their places, against servers that speak the documented protocols. */
class AmazonCloudTest {
  private static final String HOST = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";
  private static final String LOGIN = "AWS:p4ssw0rd from Amazon Web Services ";
  private static final String KEYS =
      """
      {"Code": "Success", "AccessKeyId": "ASIAROLE", "SecretAccessKey": "s3cr3t",
       "Token": "s3ss10n", "Expiration": "2026-11-24T18:00:00Z"}
      """;

  @TempDir Path home;
  private CloudUser user;
  private final FarServer aws = FarServer.start(AmazonCloudTest::answer);

  @BeforeEach
  void make() {
    user = new CloudUser(home).with(aws.environment(home));
  }

  @AfterEach
  void close() {
    aws.close();
  }

  /** What AWS answers far away. */
  private static Reply answer(Seen request) {
    if (request.header("host").startsWith("sts.")) {
      return reply(
          200,
          """
          <AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>
            <AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>s3cr3t</SecretAccessKey>
            <SessionToken>s3ss10n</SessionToken>
          </Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>
          """);
    }
    return reply(
        200,
        "{\"authorizationData\": [{\"authorizationToken\": \"%s\", \"expiresAt\": 1.8E9}]}"
            .formatted(Base64.getEncoder().encodeToString("AWS:p4ssw0rd".getBytes(UTF_8))));
  }

  private void assertAsked(String credential) {
    Seen request = aws.requests().getLast();
    assertThat(aws.lines().getLast()).isEqualTo("POST api.ecr.eu-west-1.amazonaws.com/");
    assertThat(request.header("x-amz-target"))
        .isEqualTo("AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken");
    assertThat(request.header("content-type")).isEqualTo("application/x-amz-json-1.1");
    assertThat(request.body()).isEqualTo("{}");
    assertThat(request.header("authorization"))
        .startsWith(
            "AWS4-HMAC-SHA256 Credential=%s/20261124/eu-west-1/ecr/aws4_request, SignedHeaders="
                .formatted(credential));
  }

  @Test
  void keys_of_variables_sign_a_request_for_a_token() {
    user.with("AWS_ACCESS_KEY_ID", "AKIAENV").with("AWS_SECRET_ACCESS_KEY", "s3cr3t");
    assertThat(user.login(HOST)).isEqualTo(LOGIN + "(token by the keys of AWS_ACCESS_KEY_ID)");
    assertAsked("AKIAENV");
    assertThat(aws.requests().getFirst().header("x-amz-security-token")).isEmpty();
  }

  @Test
  void one_token_serves_all_registries_of_a_region() {
    user.with("AWS_ACCESS_KEY_ID", "AKIAENV").with("AWS_SECRET_ACCESS_KEY", "s3cr3t");
    var sources = user.sources();
    for (String account : List.of("111111111111", "222222222222")) {
      assertThat(CloudUser.words(sources.resolve(HOST.replace("123456789012", account), "a")))
          .startsWith(LOGIN);
    }
    assertThat(CloudUser.words(sources.resolve("docker.io", "a/b"))).startsWith("no one");
    assertThat(aws.lines()).hasSize(1);
  }

  @Test
  void the_shared_files_have_profiles() {
    user.file(".aws/config", "[profile ci]\naws_access_key_id = AKIACI # mine\nregion = x\n");
    Path file =
        user.file(
            ".aws/credentials",
            """
            [default]
            aws_access_key_id = AKIADEFAULT
            aws_secret_access_key = s3cr3t
            # [ci]
            [ci]
            aws_secret_access_key=s3cr3t
            aws_session_token=s3ss10n
            s3 =
              aws_access_key_id = NOTTHIS
            """);
    assertThat(user.login(HOST)).contains("the profile default of " + file);
    assertAsked("AKIADEFAULT");
    assertThat(user.with("AWS_PROFILE", "ci").login(HOST)).contains("the profile ci of " + file);
    assertAsked("AKIACI");
    assertThat(aws.requests().getLast().header("x-amz-security-token")).isEqualTo("s3ss10n");
  }

  @Test
  void a_profile_without_keys_of_its_own_is_a_problem() {
    user.file(".aws/config", "[default]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = y\n");
    assertThat(user.login(HOST))
        .contains("the profile default of " + home, "has no access key of its own", "ecr-login");
    assertThat(user.with("AWS_PROFILE", "none").login(HOST))
        .contains("the profile none of " + home, "has no access key of its own");
  }

  @Test
  void a_web_identity_takes_on_its_role_first() {
    String token = user.file("token", "ey.t0k3n\n").toString();
    user.with("AWS_WEB_IDENTITY_TOKEN_FILE", token).with("AWS_ROLE_ARN", "arn:aws:iam::1:role/x");
    assertThat(user.login(HOST)).isEqualTo(LOGIN + "(token by the role of AWS_ROLE_ARN)");
    assertThat(aws.lines().getFirst()).isEqualTo("POST sts.eu-west-1.amazonaws.com/");
    assertThat(aws.requests().getFirst().body())
        .isEqualTo(
            "Action=AssumeRoleWithWebIdentity&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fx"
                + "&RoleSessionName=digester&Version=2011-06-15&WebIdentityToken=ey.t0k3n");
    assertAsked("ASIAROLE");
  }

  @Test
  void a_container_asks_its_agent() {
    try (var agent = ScriptedServer.start(_ -> reply(200, KEYS))) {
      user.with("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://" + agent.host() + "/v1/keys")
          .with("AWS_CONTAINER_AUTHORIZATION_TOKEN", "t0k3n");
      assertThat(user.login(HOST)).contains("the role of the container");
      assertThat(agent.lines()).containsExactly("GET /v1/keys");
      assertThat(agent.requests().getFirst().header("authorization")).isEqualTo("t0k3n");
      assertAsked("ASIAROLE");
      String file = user.file("token", "0th3r\n").toString();
      assertThat(user.with("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", file).login(HOST))
          .contains("the role of the container");
      assertThat(agent.requests().getLast().header("authorization")).isEqualTo("0th3r");
    }
  }

  @Test
  void the_token_of_a_container_is_shown_to_its_agents_alone() {
    user.with("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://evil.example/v1/keys");
    assertThat(user.login(HOST))
        .contains("AWS_CONTAINER_CREDENTIALS_FULL_URI names no address that a token may be shown");
    user.with("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/creds");
    assertThat(user.explain(HOST, "Amazon"))
        .contains("would ask 169.254.170.2 of AWS_CONTAINER_CREDENTIALS_RELATIVE_URI for keys");
  }

  private static Reply instance(Seen request) {
    return switch (request.line()) {
      case "PUT /latest/api/token" -> reply(200, "s3ssion-of-imds");
      case "GET /latest/meta-data/iam/security-credentials/" -> reply(200, "node-role");
      case "GET /latest/meta-data/iam/security-credentials/node-role" -> reply(200, KEYS);
      default -> reply(404);
    };
  }

  @Test
  void an_instance_asks_its_metadata_with_a_session() {
    try (var metadata = ScriptedServer.start(AmazonCloudTest::instance)) {
      user.with("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://" + metadata.host());
      assertThat(user.login(HOST)).isEqualTo(LOGIN + "(token by the role of the machine)");
      assertThat(metadata.requests().getFirst().header("x-aws-ec2-metadata-token-ttl-seconds"))
          .isEqualTo("300");
      assertThat(metadata.requests().subList(1, 3))
          .extracting(seen -> seen.header("x-aws-ec2-metadata-token"))
          .containsOnly("s3ssion-of-imds");
      assertAsked("ASIAROLE");
    }
  }

  @Test
  void a_machine_elsewhere_is_nobody() {
    try (var silent = ScriptedServer.start(_ -> new Reply.Stall())) {
      user.with("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://" + silent.host());
      assertThat(user.login(HOST))
          .isEqualTo(
              "no one: Amazon Web Services (no keys in AWS_* variables and profiles, and no"
                  + " metadata server at %s)".formatted(silent.host()));
      assertThat(user.with("AWS_EC2_METADATA_DISABLED", "true").login(HOST))
          .contains("AWS_EC2_METADATA_DISABLED is set");
      assertThat(aws.lines()).isEmpty();
    }
  }

  @Test
  void an_instance_without_a_role_and_a_refusal_are_problems() {
    try (var metadata =
        ScriptedServer.start(seen -> reply(seen.method().equals("PUT") ? 200 : 404, "t"))) {
      user.with("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://" + metadata.host());
      assertThat(user.login(HOST)).endsWith("tells no role of the machine: it answered 404");
    }
    try (var refusing = ScriptedServer.start(_ -> reply(400, "{\"message\": \"s3cr3t\"}"))) {
      user.with("AWS_ACCESS_KEY_ID", "AKIAENV").with("AWS_SECRET_ACCESS_KEY", "s3cr3t");
      user.with("AWS_ENDPOINT_URL_ECR", "http://" + refusing.host());
      assertThat(user.login(HOST))
          .endsWith(
              "no token by the keys of AWS_ACCESS_KEY_ID: %s answered 400"
                  .formatted(refusing.host()))
          .doesNotContain("s3cr3t", "AKIAENV");
      assertThat(user.with("AWS_ENDPOINT_URL_ECR", "ftp://x").login(HOST))
          .contains("AWS_ENDPOINT_URL_ECR is not a https address");
    }
  }

  @Test
  void hosts_lead_to_the_api_of_their_region_and_partition() {
    user.with("AWS_ACCESS_KEY_ID", "AKIAENV").with("AWS_SECRET_ACCESS_KEY", "s3cr3t");
    String account = "123456789012.dkr";
    for (var pair :
        List.of(
            List.of(
                account + ".ecr-fips.us-east-1.amazonaws.com", "ecr-fips.us-east-1.amazonaws.com"),
            List.of(
                account + ".ecr.cn-north-1.amazonaws.com.cn",
                "api.ecr.cn-north-1.amazonaws.com.cn"),
            List.of(account + "-ecr.us-west-2.on.aws", "api.ecr.us-west-2.amazonaws.com"),
            List.of("public.ecr.aws", "api.ecr-public.us-east-1.amazonaws.com"))) {
      assertThat(user.explain(pair.getFirst(), "Amazon"))
          .contains("would take the keys of AWS_ACCESS_KEY_ID, and would ask " + pair.getLast());
    }
    for (String other : List.of("1.dkr.ecr.eu-west-1.amazonaws.com", HOST + ".example")) {
      assertThat(user.explain(other, "Amazon")).contains("only");
    }
    assertThat(aws.lines()).isEmpty();
  }
}
