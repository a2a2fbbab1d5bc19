package dev.digester.images;

import dev.digester.resolve.Resolution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of all lookups of a list.
 *
 * @param resolutions one for each pull that was asked for
 * @param warnings what was passed over on the way and concerns no single image, a line each
 */
public record LookedUp(Map<Pull, Resolution> resolutions, List<String> warnings) {
  /** The answer where nothing was asked. */
  public static final LookedUp NOTHING = new LookedUp(Map.of(), List.of());

  public LookedUp {
    resolutions = new LinkedHashMap<>(resolutions);
    warnings = List.copyOf(warnings);
  }

  /** The same resolutions; the warnings are told once for several texts. */
  public LookedUp withoutWarnings() {
    return new LookedUp(resolutions, List.of());
  }

  /** The resolution of a pull, if it was asked for. */
  public Optional<Resolution> find(Pull pull) {
    return Optional.ofNullable(resolutions.get(pull));
  }

  /** The resolution of a pull that was asked for. */
  Resolution of(Pull pull) {
    Resolution resolution = resolutions.get(pull);
    if (resolution == null) {
      throw new IllegalStateException("the resolver left out " + pull.reference());
    }
    return resolution;
  }
}
