package dev.digester.registry;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Shows a registry its client certificate, if it has one, and no other host of its domain. */
final class KeyPerHost extends X509ExtendedKeyManager {
  private final DomainTrust trust;
  private final Map<String, ClientCertificate> byAlias = new ConcurrentHashMap<>();

  KeyPerHost(DomainTrust trust) {
    super();
    this.trust = trust;
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, SSLEngine engine) {
    var host = new Authority(engine.getPeerHost(), engine.getPeerPort());
    var alias = host.host() + ":" + host.port();
    var client = trust.client(host);
    client.ifPresent(certificate -> byAlias.put(alias, certificate));
    return client.isPresent() ? alias : null;
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return Optional.ofNullable(byAlias.get(alias))
        .map(client -> client.chain().toArray(X509Certificate[]::new))
        .orElse(null);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return Optional.ofNullable(byAlias.get(alias)).map(ClientCertificate::key).orElse(null);
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }
}
