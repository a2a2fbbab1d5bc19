package dev.digester.pullsecrets;

import dev.digester.credentials.PullSecret;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.krm.Resource;
import dev.digester.krm.Resources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Secrets and ServiceAccounts among the items of a list, also those inside a {@code kind:
 * List}. One without a namespace serves what has none either; of two with one name the last counts,
 * as when they are applied one after the other.
 */
public final class PackageStore implements Store {
  private static final Key SECRET = Key.of("Secret");
  private static final Key SERVICE_ACCOUNT = Key.of("ServiceAccount");
  private static final Key LIST = Key.of("List");
  private static final Key ITEMS = Key.of("items");
  private final Map<ObjectName, Mapping> secrets = new HashMap<>();
  private final Map<ObjectName, Mapping> accounts = new HashMap<>();

  public PackageStore(List<Resources> lists) {
    lists.forEach(list -> list.items().forEach(this::add));
  }

  private void add(Resource resource) {
    if (resource.isKind(LIST)) {
      KubernetesObjects.mappings(resource.node(), ITEMS).forEach(item -> add(new Resource(item)));
    } else if (resource.isKind(SECRET)) {
      secrets.put(name(resource), resource.node());
    } else if (resource.isKind(SERVICE_ACCOUNT)) {
      accounts.put(name(resource), resource.node());
    }
  }

  private static ObjectName name(Resource resource) {
    return new ObjectName(resource.namespace(), resource.name().orElse(""));
  }

  @Override
  public Optional<PullSecret> secret(ObjectName name) {
    return Optional.ofNullable(secrets.get(name))
        .map(secret -> KubernetesObjects.secret(secret, "Secret " + name + " of the package"));
  }

  @Override
  public Optional<List<String>> pullSecretsOf(ObjectName serviceAccount) {
    return Optional.ofNullable(accounts.get(serviceAccount))
        .map(KubernetesObjects::imagePullSecrets);
  }
}
