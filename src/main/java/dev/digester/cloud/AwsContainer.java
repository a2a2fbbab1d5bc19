package dev.digester.cloud;

import dev.digester.credentials.UserEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The role of a container: a task of ECS, a pod of EKS with Pod Identity (<a
 * href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html">container
 * credential provider</a>).
 *
 * @param url of the endpoint
 * @param variable that names it
 */
record AwsContainer(UserEnvironment environment, CloudHttp http, String url, String variable)
    implements AwsWay {
  private static final String ECS = "http://169.254.170.2";

  /** Where the token may be shown by plain http: to the agents of ECS and EKS on this machine. */
  private static final Set<String> AGENTS =
      Set.of("169.254.170.2", "169.254.170.23", "[fd00:ec2::23]");

  /** The endpoint that variables name; empty outside of such containers. */
  static Optional<AwsWay> of(UserEnvironment environment, CloudHttp http) {
    String relative = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    String full = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    return environment
        .variable(relative)
        .<AwsWay>map(path -> new AwsContainer(environment, http, ECS + path, relative))
        .or(() ->
            environment.variable(full).map(url -> new AwsContainer(environment, http, url, full)));
  }

  @Override
  public String plan() {
    return "would ask %s of %s for keys".formatted(Addresses.shown(url), variable);
  }

  @Override
  public Outcome get() {
    Optional<URI> uri =
        Addresses.metadata(url)
            .filter(at -> Addresses.service(url).isPresent() || AGENTS.contains(at.getHost()));
    if (uri.isEmpty()) {
      return new Failed(variable + " names no address that a token may be shown to");
    }
    Optional<Map<String, String>> proof = proof();
    if (proof.isEmpty()) {
      return new Failed("the file of AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE cannot be read");
    }
    Ask ask = Ask.get(uri.get(), proof.get());
    Reply reply = http.send(ask, CloudHttp.METADATA);
    return AwsAnswer.keys(
        reply, "the role of the container", "the endpoint %s of %s".formatted(ask, variable));
  }

  private Optional<Map<String, String>> proof() {
    Optional<String> file = environment.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
    Optional<String> token = environment.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN");
    Optional<Map<String, String>> fromFile =
        file.map(Path::of)
            .flatMap(TextFile::read)
            .map(text -> Map.of("Authorization", text.strip()));
    return file.isPresent()
        ? fromFile
        : Optional.of(token.map(text -> Map.of("Authorization", text)).orElse(Map.of()));
  }
}
