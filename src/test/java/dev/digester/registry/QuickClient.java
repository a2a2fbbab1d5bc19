package dev.digester.registry;

import dev.digester.credentials.Keychain;
import java.util.List;

/** A client that repeats requests as often as the product does, but does not wait in between. */
public final class QuickClient {
  private QuickClient() {}

  public static RegistryClient of(
      NetworkSettings network, List<RegistrySettings> registries, Keychain keychain) {
    Sleeper awake = _ -> {};
    return new RegistryClient(
        new Settings(registries),
        keychain,
        new Retries(awake, () -> 0),
        new RegistryClient.Wire(network, TrustPlaces.SYSTEM, HttpTransport.REQUEST_TIMEOUT, awake));
  }
}
