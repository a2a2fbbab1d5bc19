package dev.digester.cloud;

import dev.digester.credentials.UserEnvironment;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The role of the machine, from its metadata (<a
 * href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html">IMDS
 * version 2</a>).
 */
record AwsInstance(UserEnvironment environment, CloudHttp http) implements AwsWay {
  private static final String SERVER = "http://169.254.169.254";
  private static final String TOKEN = "/latest/api/token";
  private static final String ROLES = "/latest/meta-data/iam/security-credentials/";

  /** How long the session with the metadata server may last, in seconds; a run is far shorter. */
  private static final String SESSION = "300";

  private String server() {
    return environment.variable("AWS_EC2_METADATA_SERVICE_ENDPOINT").orElse(SERVER);
  }

  private boolean isDisabled() {
    return environment
        .variable("AWS_EC2_METADATA_DISABLED")
        .filter(value -> value.equalsIgnoreCase("true"))
        .isPresent();
  }

  @Override
  public String plan() {
    return isDisabled()
        ? "would do without: AWS_EC2_METADATA_DISABLED is set"
        : "would ask the metadata server %s for keys".formatted(Addresses.shown(server()));
  }

  @Override
  public Outcome get() {
    if (isDisabled()) {
      return new Nothing("no keys, and AWS_EC2_METADATA_DISABLED is set");
    }
    return Addresses.metadata(server())
        .map(this::from)
        .orElseGet(() -> new Failed("AWS_EC2_METADATA_SERVICE_ENDPOINT is not an http address"));
  }

  private Outcome from(URI server) {
    Ask session =
        new Ask(
            "PUT",
            server.resolve(TOKEN),
            Map.of("X-aws-ec2-metadata-token-ttl-seconds", SESSION),
            "");
    String who = "the metadata server " + session;
    Reply opened = http.send(session, CloudHttp.METADATA);
    if (opened instanceof Reply.Silence) {
      return new Nothing(
          "no keys in AWS_* variables and profiles, and no metadata server at " + session);
    }
    Optional<Map<String, String>> proof =
        opened.text().map(token -> Map.of("X-aws-ec2-metadata-token", token.strip()));
    if (proof.isEmpty()) {
      return new Failed("%s %s".formatted(who, opened.problem()));
    }
    Reply roles = http.send(Ask.get(server.resolve(ROLES), proof.get()), CloudHttp.METADATA);
    Optional<URI> role =
        roles
            .text()
            .flatMap(text -> text.lines().findFirst())
            .flatMap(name -> Addresses.metadata(server.resolve(ROLES) + name.strip()));
    return role.map(uri ->
            AwsAnswer.keys(
                http.send(Ask.get(uri, proof.get()), CloudHttp.METADATA),
                "the role of the machine",
                who))
        .orElseGet(() ->
            new Failed("%s tells no role of the machine: it %s".formatted(who, roles.problem())));
  }
}
