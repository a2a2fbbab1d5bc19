package dev.digester.cloud;

import dev.digester.credentials.Cloud;
import dev.digester.credentials.Credential;
import dev.digester.credentials.UserEnvironment;
import dev.digester.document.Mapping;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Azure Container Registry: an access token of Microsoft Entra ID is exchanged for a refresh token
 * of the registry (<a
 * href="https://github.com/Azure/acr/blob/main/docs/AAD-OAuth.md">AAD-OAuth</a>), which serves as
 * identity token from then on.
 */
final class AzureCloud implements Cloud {
  private final EntraTokens tokens;
  private final CloudHttp http;

  AzureCloud(UserEnvironment environment, CloudHttp http) {
    this.tokens = new EntraTokens(environment, http);
    this.http = http;
  }

  @Override
  public String name() {
    return "Azure";
  }

  @Override
  public String hosts() {
    return "*.azurecr.io, *.azurecr.cn and *.azurecr.us";
  }

  @Override
  public Optional<String> realm(String host) {
    return Optional.of(host).filter(name -> AzureRegion.of(name).isPresent());
  }

  @Override
  public String plan(String host) {
    return tokens.plan(region(host))
        + ", and would exchange what it gives at %s for a refresh token".formatted(host);
  }

  private static AzureRegion region(String host) {
    return AzureRegion.of(host).orElse(AzureRegion.PUBLIC);
  }

  @Override
  public Grant ask(String host) {
    return switch (tokens.get(region(host))) {
      case EntraTokens.Got(String token, String how) -> exchange(host, token, how);
      case EntraTokens.Nothing(String note) -> new Grant.Nothing(note);
      case EntraTokens.Failed(String problem) -> new Grant.Failed(problem);
    };
  }

  private Grant exchange(String host, String token, String how) {
    Ask ask =
        Ask.form(
            URI.create("https://" + host + "/oauth2/exchange"),
            Map.of("grant_type", "access_token", "service", host, "access_token", token));
    Reply reply = http.send(ask, CloudHttp.SERVICE);
    Optional<Mapping> answer = reply.object();
    return answer
        .flatMap(object -> Fields.text(object, "refresh_token"))
        .<Grant>map(refresh -> new Grant.Given(new Credential.IdentityToken(refresh), how))
        .orElseGet(() ->
            new Grant.Failed("exchanging the %s: %s %s".formatted(how, ask, reply.problem())));
  }
}
