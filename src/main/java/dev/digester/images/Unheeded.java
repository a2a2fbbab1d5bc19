package dev.digester.images;

import dev.digester.config.Configuration;
import dev.digester.config.Report;
import dev.digester.krm.ResourceList;
import dev.digester.krm.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the user wrote that came to nothing: it is told, so that no wish is lost in silence. */
final class Unheeded {
  private final Configuration configuration;

  Unheeded(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * What is told of a list.
   *
   * @param fields the fields that pinning found, all of them where all is told
   */
  List<Result> told(ResourceList list, Collection<ImageField> fields) {
    List<Result> told = new ArrayList<>(Annotations.warnings(list));
    if (!configuration.fields().isEmpty()) {
      told.addAll(new IdleFields(list).warnings(configuration.fields()));
    }
    if (configuration.results() == Report.ALL) {
      told.addAll(IdleSkips.told(list, configuration.skip(), fields));
      told.addAll(Unreached.told(list, configuration.skip(), fields));
    }
    return told;
  }
}
