package dev.digester.cache;

import dev.digester.credentials.Answer;
import dev.digester.credentials.Keychain;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A keychain that remembers for which hosts it was asked: there, it matters who asks. */
final class Asked implements Keychain {
  private final Keychain keychain;
  private final Set<String> hosts = ConcurrentHashMap.newKeySet();

  Asked(Keychain keychain) {
    this.keychain = keychain;
  }

  @Override
  public Answer resolve(String host, String repository) {
    hosts.add(host);
    return keychain.resolve(host, repository);
  }

  boolean wasAsked() {
    return !hosts.isEmpty();
  }

  Keychain keychain() {
    return keychain;
  }
}
