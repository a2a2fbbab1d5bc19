package dev.digester.credentials;

import static java.util.Map.Entry.comparingByKey;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Keys with their entries, and the rule by which one of them is chosen for a target.
 *
 * @param entries in the order in which they were written
 * @param covers whether a key is for a target
 * @param order which of the keys that are comes first
 */
record AuthKeys(
    List<Map.Entry<RegistryKey, AuthEntry>> entries,
    BiPredicate<RegistryKey, Target> covers,
    Comparator<RegistryKey> order) {

  /** The rule of files: the exact host, and the longest path that ends at a slash. */
  static AuthKeys inFile(Map<RegistryKey, AuthEntry> auths) {
    return new AuthKeys(
        List.copyOf(auths.entrySet()), RegistryKey::covers, RegistryKey.LONGEST_FIRST);
  }

  /** The rule of kubelets. */
  static AuthKeys inPullSecret(Map<RegistryKey, AuthEntry> auths) {
    return new AuthKeys(
        List.copyOf(auths.entrySet()),
        RegistryKey::coversAsKubelet,
        RegistryKey.LONGEST_GLOB_FIRST);
  }

  /** The entry for a target; one that is empty counts for nothing. */
  Optional<Map.Entry<RegistryKey, AuthEntry>> choose(Target target) {
    return entries.stream()
        .filter(entry -> !(entry.getValue() instanceof AuthEntry.Empty))
        .filter(entry -> covers.test(entry.getKey(), target))
        .min(comparingByKey(order));
  }

  Finding find(Target target, String place) {
    return choose(target)
        .map(entry -> finding(entry, place))
        .orElseGet(() -> new Finding.Nothing("no key for " + target));
  }

  static Finding finding(Map.Entry<RegistryKey, AuthEntry> entry, String place) {
    String key = "key " + entry.getKey().shown();
    return switch (entry.getValue()) {
      case AuthEntry.Usable(Credential credential) -> new Finding.Match(credential, key);
      case AuthEntry.Malformed _ ->
          new Finding.Nothing(
              key + " is malformed",
              Optional.of(
                  "%s: %s is malformed: its auth should be base64 of USER:PASSWORD"
                      .formatted(place, key)));
      case AuthEntry.Empty _ -> new Finding.Nothing(key + " is empty");
    };
  }
}
