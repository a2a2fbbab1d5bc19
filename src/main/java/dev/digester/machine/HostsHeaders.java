package dev.digester.machine;

import dev.digester.registry.AskedFor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The table {@code header} of a host in {@code hosts.toml}: a string or strings for each name. Its
 * values may be secrets, so that no message quotes them.
 *
 * @param plain whether the file names the host with {@code http://}
 */
record HostsHeaders(Map<String, List<String>> values, boolean plain) {
  /** A token (RFC 9110, clause 5.6.2). */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

  /** Headers of the connection, which the HTTP client writes itself. */
  private static final Set<String> OF_CONNECTION =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  HostsHeaders {
    values = Map.copyOf(values);
  }

  /**
   * Reads the table.
   *
   * @throws MachineSettingsException if it holds what cannot be sent
   */
  static HostsHeaders of(Table host, boolean plain) {
    Table table = host.table("header");
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String name : table.keys()) {
      List<String> texts = table.texts(name);
      boolean sendable =
          NAME.matcher(name).matches()
              && !OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT))
              && !texts.isEmpty()
              && texts.stream().allMatch(text -> VALUE.matcher(text).matches());
      if (!sendable) {
        throw new MachineSettingsException(
            "%s has a 'header' that cannot be sent: %s".formatted(host.file(), printable(name)));
      }
      values.put(name, texts);
    }
    return new HostsHeaders(values, plain);
  }

  private static String printable(String name) {
    return name.replaceAll("[^\\x20-\\x7e]", "?");
  }

  /** What a host is told. */
  AskedFor with(Optional<String> namespace) {
    return new AskedFor(namespace, values, plain);
  }

  @Override
  public String toString() {
    return "HostsHeaders" + values.keySet();
  }
}
