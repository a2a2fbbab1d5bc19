package dev.digester.resolve;

import dev.digester.resolve.Resolution.Cause;
import dev.digester.resolve.Resolution.Failed;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where nothing at all could be reached from a container, the network itself is likely to be
 * missing: kpt and kustomize start container functions without one.
 */
final class NetworkHint {
  private static final String HINT =
      "; nothing at all could be reached: a function in a container has a network only with"
          + " --network (kpt fn eval), --allow-network (kpt fn render) or network: true (kustomize)";

  private NetworkHint() {}

  /** The same resolutions; with the hint if none of them came from a network. */
  static <K> Map<K, Resolution> addTo(Map<K, Resolution> resolutions) {
    if (!resolutions.values().stream().allMatch(NetworkHint::isUnreachable)) {
      return resolutions;
    }
    var hinted = new LinkedHashMap<K, Resolution>();
    resolutions.forEach((name, resolution) -> hinted.put(name, hinted(resolution)));
    return hinted;
  }

  private static boolean isUnreachable(Resolution resolution) {
    return resolution instanceof Failed failed && failed.cause() == Cause.UNREACHABLE;
  }

  private static Resolution hinted(Resolution resolution) {
    return switch (resolution) {
      case Failed failed -> new Failed(failed.cause(), failed.message() + HINT, failed.notes());
      case Resolution.Resolved resolved -> resolved;
    };
  }
}
