package dev.digester.pullsecrets;

import dev.digester.credentials.PullSecret;
import java.util.List;
import java.util.Optional;

/** A place that holds Secrets and ServiceAccounts. */
public interface Store {
  /** A Secret, of whatever type; empty where the place has none of that name. */
  Optional<PullSecret> secret(ObjectName name);

  /**
   * The names under {@code imagePullSecrets} of a ServiceAccount; empty where the place has no
   * account of that name.
   */
  Optional<List<String>> pullSecretsOf(ObjectName serviceAccount);
}
