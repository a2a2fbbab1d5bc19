package dev.digester.cloud;

import dev.digester.credentials.UserEnvironment;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the keys of an AWS account come from, in the order of its SDKs (<a
 * href="https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html">credential
 * providers</a>): variables, a web identity, the profile of the shared files, the endpoint of a
 * container, the metadata of an instance.
 */
final class AwsKeySources {
  private final UserEnvironment environment;
  private final CloudHttp http;

  AwsKeySources(UserEnvironment environment, CloudHttp http) {
    this.environment = environment;
    this.http = http;
  }

  /**
   * The first place of which something is known here; where nothing is, the metadata server.
   *
   * @param region of the registry
   */
  AwsWay way(String region) {
    return variables()
        .or(() -> AwsWebIdentity.of(environment, region, http))
        .or(this::profile)
        .or(() -> AwsContainer.of(environment, http))
        .orElseGet(() -> new AwsInstance(environment, http));
  }

  private Optional<AwsWay> variables() {
    return environment
        .variable("AWS_ACCESS_KEY_ID")
        .flatMap(id ->
            environment
                .variable("AWS_SECRET_ACCESS_KEY")
                .map(secret -> new AwsKeys(id, secret, environment.variable("AWS_SESSION_TOKEN"))))
        .map(keys -> AwsLocal.keys(keys, "AWS_ACCESS_KEY_ID"));
  }

  /** The profile of the shared files; what else a profile may refer to is not followed. */
  private Optional<AwsWay> profile() {
    Optional<String> chosen = environment.variable("AWS_PROFILE");
    String name = chosen.orElse("default");
    Optional<Path> credentials = file("AWS_SHARED_CREDENTIALS_FILE", "credentials");
    Optional<Path> config = file("AWS_CONFIG_FILE", "config");
    if (credentials.isEmpty() || config.isEmpty()) {
      return Optional.empty();
    }
    AwsProfile profile =
        AwsProfile.read(config.get(), name.equals("default") ? name : "profile " + name)
            .under(AwsProfile.read(credentials.get(), name));
    String place = "the profile %s of %s or %s".formatted(name, credentials.get(), config.get());
    Optional<AwsWay> found = profile.keys().map(keys -> AwsLocal.keys(keys, place));
    return found.isPresent() || (chosen.isEmpty() && !profile.leadsElsewhere())
        ? found
        : Optional.of(AwsLocal.failing(place + " has no access key of its own"));
  }

  private Optional<Path> file(String variable, String usual) {
    return environment
        .variable(variable)
        .map(Path::of)
        .or(() -> environment.home().map(home -> home.resolve(".aws").resolve(usual)));
  }
}
