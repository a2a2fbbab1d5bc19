package dev.digester.cloud;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.digester.credentials.Cloud;
import dev.digester.credentials.Credential;
import dev.digester.credentials.UserEnvironment;
import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Elastic Container Registry of Amazon Web Services: {@code GetAuthorizationToken} (<a
 * href="https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetAuthorizationToken.html">API
 * reference</a>), of which one answer serves all registries of a region.
 */
final class AmazonCloud implements Cloud {
  private static final Pattern TOKEN =
      Pattern.compile("\"authorizationToken\"\\s*:\\s*\"([A-Za-z0-9+/=_-]+)\"");

  private final AwsKeySources keys;
  private final UserEnvironment environment;
  private final InstantSource clock;
  private final CloudHttp http;

  AmazonCloud(UserEnvironment environment, InstantSource clock, CloudHttp http) {
    this.keys = new AwsKeySources(environment, http);
    this.environment = environment;
    this.clock = clock;
    this.http = http;
  }

  @Override
  public String name() {
    return "Amazon Web Services";
  }

  @Override
  public String hosts() {
    return "*.dkr.ecr.*.amazonaws.com and public.ecr.aws";
  }

  @Override
  public Optional<String> realm(String host) {
    return EcrEndpoint.of(host).map(EcrEndpoint::url);
  }

  private EcrEndpoint endpoint(String host) {
    return EcrEndpoint.of(host)
        .map(endpoint -> endpoint.in(environment))
        .orElseThrow(() -> new IllegalArgumentException(host + " is not a registry of this cloud"));
  }

  @Override
  public String plan(String host) {
    EcrEndpoint endpoint = endpoint(host);
    return "%s, and would ask %s for a token with them"
        .formatted(keys.way(endpoint.region()).plan(), Addresses.shown(endpoint.url()));
  }

  @Override
  public Grant ask(String host) {
    EcrEndpoint endpoint = endpoint(host);
    Optional<URI> uri = Addresses.service(endpoint.url());
    if (uri.isEmpty()) {
      return new Grant.Failed("%s is not a https address".formatted(endpoint.variable()));
    }
    return switch (keys.way(endpoint.region()).get()) {
      case AwsWay.Got(AwsKeys found, String how) ->
          login(endpoint.request(uri.get(), found, clock.instant()), how);
      case AwsWay.Nothing(String note) -> new Grant.Nothing(note);
      case AwsWay.Failed(String problem) -> new Grant.Failed(problem);
    };
  }

  private Grant login(Ask ask, String how) {
    Reply reply = http.send(ask, CloudHttp.SERVICE);
    return reply
        .text()
        .flatMap(AmazonCloud::credential)
        .<Grant>map(credential -> new Grant.Given(credential, "token by " + how))
        .orElseGet(
            () -> new Grant.Failed("no token by %s: %s %s".formatted(how, ask, reply.problem())));
  }

  /** The private registries answer with a list of one, the public one with the one only. */
  private static Optional<Credential> credential(String body) {
    Matcher token = TOKEN.matcher(body);
    return token.find() ? pair(token.group(1)) : Optional.empty();
  }

  private static Optional<Credential> pair(String base64) {
    try {
      String pair = new String(Base64.getDecoder().decode(base64), US_ASCII);
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new Credential.Basic(pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
