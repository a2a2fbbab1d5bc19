package dev.digester.images;

import dev.digester.config.Configuration;
import dev.digester.config.Configured;
import dev.digester.config.Report;
import dev.digester.krm.Resources;
import dev.digester.krm.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the user wrote that came to nothing: it is told, so that no wish is lost in silence. */
final class Unheeded {
  private final Configured configured;
  private final Configuration configuration;

  /** Whether the text is all that the run has: what it lacks, no other text has. */
  private final boolean alone;

  Unheeded(Configured configured, boolean alone) {
    this.configured = configured;
    this.configuration = configured.configuration();
    this.alone = alone;
  }

  /**
   * What is told of a list.
   *
   * @param fields the fields that pinning found, all of them where all is told
   */
  List<Result> told(Resources list, Collection<ImageField> fields) {
    List<Result> told = new ArrayList<>(Annotations.warnings(list));
    if (alone && !configuration.fields().isEmpty()) {
      told.addAll(new IdleFields(list).warnings(configuration.fields(), configured.written()));
    }
    if (alone && configuration.results() == Report.ALL) {
      told.addAll(IdleSkips.told(configured, fields));
      told.addAll(Unreached.told(list, configuration.skip(), fields));
    }
    return told;
  }
}
