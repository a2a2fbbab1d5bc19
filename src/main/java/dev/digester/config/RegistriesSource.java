package dev.digester.config;

/** Files of the machine that hold registry settings. */
public enum RegistriesSource implements Word {
  /**
   * {@code registries.conf}.
   *
   * @see <a
   *     href="https://github.com/containers/image/blob/main/docs/containers-registries.conf.5.md">containers-registries.conf(5)</a>
   */
  CONTAINERS,
  /**
   * {@code certs.d/HOST/hosts.toml}.
   *
   * @see <a href="https://github.com/containerd/containerd/blob/main/docs/hosts.md">hosts.md</a>
   */
  CONTAINERD;

  static RegistriesSource of(String word) {
    return Word.of(values(), word);
  }
}
