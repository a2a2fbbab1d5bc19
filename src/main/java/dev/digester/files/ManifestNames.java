package dev.digester.files;

import java.util.Set;

/** Which names of files are looked at in a directory. */
final class ManifestNames {
  /** As {@code kustomize} looks for them. */
  private static final Set<String> KUSTOMIZATIONS =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private ManifestNames() {}

  static boolean isManifest(String name) {
    return name.endsWith(".yaml")
        || name.endsWith(".yml")
        || isJson(name)
        || name.equals("Kustomization");
  }

  static boolean isJson(String name) {
    return name.endsWith(".json");
  }

  /** Whether a path ends with a name that kustomize gives its file. */
  static boolean isKustomization(String path) {
    return KUSTOMIZATIONS.contains(path.substring(path.lastIndexOf('/') + 1));
  }
}
