package dev.digester.config;

import java.util.List;
import java.util.Optional;

/**
 * What the variables and flags of google/k8s-digester say; a flag comes before its variable.
 *
 * @param offline whether the cluster is not asked for pull secrets; images are looked up either way
 * @param skip further images to leave alone
 * @param kubeconfig which cluster to ask; alone it changes nothing
 * @param debug whether each step is logged
 * @param warnings what this version cannot carry out, a line each
 */
public record Environment(
    boolean offline,
    SkipRules skip,
    Optional<String> kubeconfig,
    boolean debug,
    List<String> warnings) {
  public Environment {
    warnings = List.copyOf(warnings);
  }
}
