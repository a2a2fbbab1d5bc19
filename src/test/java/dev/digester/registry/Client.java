package dev.digester.registry;

import dev.digester.credentials.Answer;
import dev.digester.credentials.Credential;
import dev.digester.credentials.Keychain;
import dev.digester.reference.ImageReference;
import dev.digester.reference.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A registry client with a clock of its own, set up step by step. */
final class Client {
  static final Keychain NOBODY =
      (host, repository) ->
          new Answer.None(List.of("/home/me/.docker/config.json"), Optional.empty());

  final TestTime time = new TestTime();
  private final List<RegistrySettings> settings = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private Keychain keychain = NOBODY;
  private TrustPlaces places = new TrustPlaces(List.of(), List.of());
  private Duration requestTimeout = Duration.ofSeconds(20);
  private Duration runTime = Duration.ofMinutes(4);
  private @Nullable RegistryClient client;

  Client with(Credential credential) {
    keychain = (host, repository) -> new Answer.Found(credential, "the test's source");
    return this;
  }

  Client with(Keychain other) {
    keychain = other;
    return this;
  }

  Client with(RegistrySettings registry) {
    settings.add(registry);
    return this;
  }

  Client with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Client trusting(List<Path> bundles, List<Path> certsDirs) {
    places = new TrustPlaces(bundles, certsDirs);
    return this;
  }

  Client waiting(Duration request, Duration run) {
    requestTimeout = request;
    runTime = run;
    return this;
  }

  /** The authority's certificate for a host. */
  Client trusting(String host, String ca) {
    return with(new RegistrySettings(host, List.of(), true, Optional.of(ca), false, 32));
  }

  Client insecure(String host) {
    return with(new RegistrySettings(host, List.of(), true, Optional.empty(), true, 32));
  }

  ManifestAnswer ask(String reference, String... platforms) {
    var wanted = List.of(platforms).stream().map(p -> Platform.parse(p).orElseThrow()).toList();
    return get()
        .lookUp(
            ManifestQuery.of(ImageReference.parse(reference), wanted),
            new Patience(Deadline.after(runTime, time), true));
  }

  /** The message of the failure that asking ends with. */
  String failure(String reference, String... platforms) {
    var answer = ask(reference, platforms);
    return answer instanceof RegistryFailure failure ? failure.message() : "no failure: " + answer;
  }

  synchronized RegistryClient get() {
    var known = client;
    if (known == null) {
      known =
          new RegistryClient(
              new Settings(settings),
              keychain,
              new Retries(time, () -> 1),
              new RegistryClient.Wire(
                  new NetworkSettings("1.2.3", environment), places, requestTimeout, time));
      client = known;
    }
    return known;
  }
}
