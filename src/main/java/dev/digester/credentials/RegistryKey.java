package dev.digester.credentials;

import static java.util.Comparator.comparingInt;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * What a credential is stored under: a registry, or some of its repositories.
 *
 * <p>People and tools write {@code HOST}, {@code HOST/}, {@code HOST/namespace}, {@code
 * http(s)://HOST}, {@code https://HOST/v1/} and {@code https://HOST/v2/}.
 *
 * @param shown as written, but for a user or password before an {@code @}
 * @param host as in {@link Target}; in a pull secret it may hold globs
 * @param path the start of the repositories that are meant, without slashes at its ends; empty for
 *     all of them
 */
record RegistryKey(String shown, String host, String path) {

  private static final Comparator<RegistryKey> LONGEST_PATH_FIRST =
      comparingInt(key -> -key.path.length());

  /**
   * Where several keys cover a repository: the longest path first; then the spelling that names the
   * registry most plainly, for Docker Hub the one that {@code docker login} writes.
   */
  static final Comparator<RegistryKey> LONGEST_FIRST =
      LONGEST_PATH_FIRST.thenComparingInt(RegistryKey::oddness);

  /** The same for pull secrets: a plain host before a glob, a long glob before a short one. */
  static final Comparator<RegistryKey> LONGEST_GLOB_FIRST =
      LONGEST_PATH_FIRST
          .thenComparing(key -> HostGlob.isGlob(key.host))
          .thenComparingInt(key -> -key.host.length())
          .thenComparingInt(RegistryKey::oddness);

  private static final Pattern SCHEME = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);

  /** The version of the registry protocol, a relic in keys that are URLs. */
  private static final Pattern VERSION = Pattern.compile("^/v[12](/|$)");

  /**
   * After a bare host only this is not a namespace: namespaces are written without the last slash.
   */
  private static final Pattern BARE_VERSION = Pattern.compile("^/v[12]/$");

  private static final Pattern SLASHES = Pattern.compile("^/+|/+$");

  static RegistryKey parse(String written) {
    String rest = SCHEME.matcher(written).replaceFirst("");
    boolean isUrl = rest.length() < written.length();
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    String path = slash < 0 ? "" : rest.substring(slash);
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    String shown = written.indexOf('@') < 0 ? written : host + path;
    Pattern version = isUrl ? VERSION : BARE_VERSION;
    String repositories = SLASHES.matcher(version.matcher(path).replaceFirst("/")).replaceAll("");
    return new RegistryKey(shown, Target.canonicalHost(host), repositories);
  }

  /** Whether the target's host is the key's, and its repository lies at or below the key's path. */
  boolean covers(Target target) {
    return host.equals(target.host())
        && (path.isEmpty() || (target.repository() + "/").startsWith(path + "/"));
  }

  /**
   * Whether a kubelet uses the key for the target: a glob for each label of the host, the same
   * port, and a path that the repository begins with. Other than in a file, the path need not end
   * at a slash (Kubernetes, pkg/credentialprovider/keyring.go, URLsMatch).
   */
  boolean coversAsKubelet(Target target) {
    return HostGlob.matches(host, target.host()) && target.repository().startsWith(path);
  }

  private int oddness() {
    if (shown.equals(Target.DOCKER_HUB_KEY)) {
      return 0;
    }
    String plain = path.isEmpty() ? host : host + "/" + path;
    return shown.equals(plain) ? 1 : 2;
  }
}
