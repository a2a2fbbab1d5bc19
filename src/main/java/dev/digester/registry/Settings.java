package dev.digester.registry;

import dev.digester.reference.RegistryHost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of all registries, by the names that they have in references and by address. */
final class Settings {
  private static final String SUBDOMAINS = "*.";

  private final Map<String, RegistrySettings> byHost = new HashMap<>();
  private final Map<Authority, RegistrySettings> byAuthority = new HashMap<>();

  /** Of the subdomains of a domain: their host begins with {@link #SUBDOMAINS}. */
  private final List<RegistrySettings> wild = new ArrayList<>();

  /**
   * @param registries the first of a host counts
   */
  Settings(List<RegistrySettings> registries) {
    for (var registry : registries) {
      if (isWild(registry.host())) {
        wild.add(registry);
        continue;
      }
      byHost.putIfAbsent(RegistryHost.canonical(registry.host()), registry);
      addresses(registry.host()).forEach(a -> byAuthority.putIfAbsent(a, registry));
    }
  }

  RegistrySettings of(String host) {
    var known = byHost.get(RegistryHost.canonical(host));
    return known == null
        ? wild(RegistryHost.canonical(host).replaceFirst(":\\d+$", ""), host)
        : known;
  }

  /** Settings of the registry with an address; the defaults where it has none. */
  RegistrySettings of(Authority authority) {
    var known = byAuthority.get(authority);
    return known == null ? wild(authority.host(), authority.host()) : known;
  }

  /** Settings of the domain that a name belongs to; the defaults where there are none. */
  private RegistrySettings wild(String name, String host) {
    return wild.stream()
        .filter(registry ->
            name.toLowerCase(Locale.ROOT)
                .endsWith(registry.host().substring(1).toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseGet(() -> RegistrySettings.defaults(host));
  }

  /** The settings that someone made for an address, or for the domain that it belongs to. */
  Optional<RegistrySettings> find(Authority authority) {
    var found = of(authority);
    return byAuthority.containsKey(authority) || wild.contains(found)
        ? Optional.of(found)
        : Optional.empty();
  }

  /** Whether settings are those of the subdomains of a domain. */
  static boolean isWild(String host) {
    return host.startsWith(SUBDOMAINS);
  }

  int concurrency(Authority authority) {
    return of(authority).concurrency();
  }

  /** Where a registry may be asked: its port, or those of https and http. */
  static List<Authority> addresses(String host) {
    return Stream.of("https://", "http://")
        .map(scheme -> Address.of(scheme + Authority.api(host)))
        .flatMap(a -> a instanceof Address.Usable(var uri) ? Stream.of(uri) : Stream.empty())
        .map(Authority::of)
        .toList();
  }
}
