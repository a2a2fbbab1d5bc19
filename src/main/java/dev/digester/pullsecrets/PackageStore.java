package dev.digester.pullsecrets;

import dev.digester.credentials.PullSecret;
import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.Scalar;
import dev.digester.document.Sequence;
import dev.digester.krm.Resource;
import dev.digester.krm.ResourceList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
  private static final Key TYPE = Key.of("type");
  private static final Key DATA = Key.of("data");
  private static final Key STRING_DATA = Key.of("stringData");
  private static final Key IMAGE_PULL_SECRETS = Key.of("imagePullSecrets");
  private static final Key NAME = Key.of("name");

  private final Map<ObjectName, Mapping> secrets = new HashMap<>();
  private final Map<ObjectName, Mapping> accounts = new HashMap<>();

  public PackageStore(ResourceList list) {
    list.items().forEach(this::add);
  }

  private void add(Resource resource) {
    if (resource.isKind(LIST)) {
      resource.node().sequence(ITEMS).map(Sequence::elements).orElse(List.of()).stream()
          .flatMap(PackageStore::mapping)
          .forEach(item -> add(new Resource(item)));
    } else if (resource.isKind(SECRET)) {
      secrets.put(name(resource), resource.node());
    } else if (resource.isKind(SERVICE_ACCOUNT)) {
      accounts.put(name(resource), resource.node());
    }
  }

  private static ObjectName name(Resource resource) {
    return new ObjectName(resource.namespace(), resource.name().orElse(""));
  }

  private static Stream<Mapping> mapping(Node node) {
    return node instanceof Mapping mapping ? Stream.of(mapping) : Stream.empty();
  }

  @Override
  public Optional<PullSecret> secret(ObjectName name) {
    return Optional.ofNullable(secrets.get(name))
        .map(secret ->
            new PullSecret(
                "Secret " + name + " of the package",
                secret.scalar(TYPE).map(Scalar::value).orElse(""),
                texts(secret, DATA),
                texts(secret, STRING_DATA)));
  }

  private static Map<String, String> texts(Mapping secret, Key key) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Mapping.Entry entry : secret.mapping(key).map(Mapping::entries).orElse(List.of())) {
      if (entry.key() instanceof Scalar name && entry.value() instanceof Scalar text) {
        texts.put(name.value(), text.value());
      }
    }
    return texts;
  }

  @Override
  public Optional<List<String>> pullSecretsOf(ObjectName serviceAccount) {
    return Optional.ofNullable(accounts.get(serviceAccount)).map(PackageStore::named);
  }

  private static List<String> named(Mapping account) {
    return account.sequence(IMAGE_PULL_SECRETS).map(Sequence::elements).orElse(List.of()).stream()
        .flatMap(PackageStore::mapping)
        .flatMap(secret -> secret.scalar(NAME).map(Scalar::value).stream())
        .toList();
  }
}
