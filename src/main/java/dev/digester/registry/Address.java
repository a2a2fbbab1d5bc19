package dev.digester.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a text that should be an address is: one that can be asked, or why not. Registries and
 * people write addresses that a URI may not hold (RFC 3986), and other clients follow them: what
 * must be escaped is escaped, what is escaped already stays, a fragment and a user are left out.
 */
sealed interface Address {

  /**
   * An address that can be asked.
   *
   * @param uri with a host, a path and a scheme in lower case
   */
  record Usable(URI uri) implements Address {}

  /**
   * A text that cannot be asked.
   *
   * @param why for people; shows no more of the text than the name of a host
   */
  record Unusable(String why) implements Address {}

  /** Reads {@code SCHEME://HOST...}. */
  static Address of(String text) {
    var whole = WrittenAddress.of(text);
    return whole.scheme().isEmpty() ? new Unusable("it has no scheme") : whole.read();
  }

  /**
   * The same for a reference, which may leave out what it has in common with another address (RFC
   * 3986, clause 5.2).
   */
  static Address of(String reference, URI base) {
    return WrittenAddress.of(reference).at(base).read();
  }

  /**
   * The parts of an address as they were written.
   *
   * @param scheme empty where there is none, as are the others
   * @param authority with its two slashes
   * @param query with its question mark
   */
  record WrittenAddress(String scheme, String authority, String path, String query) {
    private static final Pattern FORM =
        Pattern.compile(
            "(?:([A-Za-z][A-Za-z0-9+.-]*):)?(//[^/?#]*)?([^?#]*)(\\?[^#]*)?(?:#.*)?",
            Pattern.DOTALL);

    /** What people can be told of. */
    private static final Pattern HOST = Pattern.compile("[a-z0-9._:\\[\\]-]{1,260}");

    private static final Pattern DOTS = Pattern.compile("(^|/)\\.\\.?(/|$)");

    private static final int MAX_PORT = 65_535;

    static WrittenAddress of(String text) {
      var form = FORM.matcher(text.strip());
      if (!form.matches()) {
        throw new IllegalStateException("the form of an address fits every text");
      }
      return new WrittenAddress(
          part(form.group(1)), part(form.group(2)), part(form.group(3)), part(form.group(4)));
    }

    private static String part(@Nullable String group) {
      return group == null ? "" : group;
    }

    WrittenAddress at(URI base) {
      if (!scheme.isEmpty()) {
        return this;
      }
      if (!authority.isEmpty()) {
        return new WrittenAddress(base.getScheme(), authority, path, query);
      }
      var own = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
      return new WrittenAddress(
          base.getScheme(),
          "//" + base.getRawAuthority(),
          path.isEmpty() ? base.getRawPath() : merged(base.getRawPath()),
          path.isEmpty() && query.isEmpty() ? own : query);
    }

    private String merged(String base) {
      return path.startsWith("/") ? path : base.substring(0, base.lastIndexOf('/') + 1) + path;
    }

    Address read() {
      var host = host();
      if (host.isEmpty()) {
        return new Unusable("it names no host");
      }
      try {
        var uri =
            new URI(
                scheme.toLowerCase(Locale.ROOT)
                    + "://"
                    + host
                    + Escaped.path(path.startsWith("/") ? path : "/" + path)
                    + Escaped.query(query));
        if (uri.getHost() != null && uri.getPort() <= MAX_PORT && uri.getPort() != 0) {
          return new Usable(DOTS.matcher(path).find() ? uri.normalize() : uri);
        }
      } catch (URISyntaxException e) {
        // Told below.
      }
      return new Unusable(wrong(host));
    }

    /** Without a user, which goes to no host, and without a port that says nothing. */
    private String host() {
      var host = authority.substring(authority.lastIndexOf('@') + 1).replaceFirst("^//", "");
      return host.toLowerCase(Locale.ROOT).replaceFirst(":$", "");
    }

    private static String wrong(String host) {
      if (!HOST.matcher(host).matches()) {
        return "it names no host that can be asked";
      }
      return host.indexOf('_') >= 0
          ? host + " has a _, which the name of a host cannot have"
          : host + " is not a host, or a host with a port";
    }
  }
}
