package dev.digester.registry;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The list of {@code NO_PROXY} as Go reads it: {@code *}, domains (with their subdomains; only
 * those with a leading dot), addresses and CIDR blocks; all but the blocks with an optional port.
 */
final class NoProxy {
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-f:.]*:[0-9a-f:.]*");

  private sealed interface Rule {
    boolean covers(Authority target);

    record Everything() implements Rule {
      @Override
      public boolean covers(Authority target) {
        return true;
      }
    }

    record Name(String name, Optional<Integer> port) implements Rule {
      @Override
      public boolean covers(Authority target) {
        var fits =
            name.startsWith(".")
                ? target.host().endsWith(name)
                : target.host().equals(name) || target.host().endsWith("." + name);
        return fits && port.filter(p -> p != target.port()).isEmpty();
      }
    }

    record Block(Address network, int prefix) implements Rule {
      @Override
      public boolean covers(Authority target) {
        return address(target.host()).filter(a -> network.sharesPrefix(a, prefix)).isPresent();
      }
    }
  }

  /** An IP address. */
  private record Address(java.math.BigInteger value, int bits) {
    boolean sharesPrefix(Address other, int prefix) {
      return bits == other.bits
          && value.shiftRight(bits - prefix).equals(other.value.shiftRight(bits - prefix));
    }
  }

  private final List<Rule> rules;

  private NoProxy(List<Rule> rules) {
    this.rules = rules;
  }

  static NoProxy parse(String list) {
    return new NoProxy(
        Arrays.stream(list.split("[,\\s]+"))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> rule(entry.toLowerCase(Locale.ROOT)))
            .toList());
  }

  /** Whether an address is reached without a proxy. */
  boolean covers(Authority target) {
    return rules.stream().anyMatch(rule -> rule.covers(target));
  }

  private static Rule rule(String entry) {
    if (entry.equals("*")) {
      return new Rule.Everything();
    }
    var slash = entry.indexOf('/');
    return slash < 0
        ? name(entry.startsWith("*.") ? entry.substring(1) : entry)
        : block(entry.substring(0, slash), entry.substring(slash + 1)).orElseGet(() -> name(entry));
  }

  private static Rule name(String entry) {
    var bracket = entry.lastIndexOf(']');
    var colon = bracket < 0 ? entry.indexOf(':') : entry.indexOf(':', bracket);
    var bareAddress = bracket < 0 && colon >= 0 && entry.indexOf(':', colon + 1) >= 0;
    return colon < 0 || bareAddress
        ? named(entry, Optional.empty())
        : named(entry.substring(0, colon), number(entry.substring(colon + 1)));
  }

  private static Rule named(String host, Optional<Integer> port) {
    return new Rule.Name(new Authority(host, 0).host(), port);
  }

  private static Optional<Rule> block(String network, String prefix) {
    return address(network)
        .flatMap(a ->
            number(prefix).filter(bits -> bits <= a.bits()).map(bits -> new Rule.Block(a, bits)));
  }

  private static Optional<Integer> number(String text) {
    return text.matches("\\d{1,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** The address that a text is; names are not looked up. */
  private static Optional<Address> address(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      var bytes = InetAddress.ofLiteral(text).getAddress();
      return Optional.of(new Address(new java.math.BigInteger(1, bytes), bytes.length * Byte.SIZE));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
