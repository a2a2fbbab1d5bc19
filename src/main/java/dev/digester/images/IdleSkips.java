package dev.digester.images;

import dev.digester.config.Configured;
import dev.digester.config.SkipRules;
import dev.digester.krm.Printable;
import dev.digester.krm.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which entries of {@code skip} are for no image of a list. Companies share them over all of their
 * packages, so that this is told only where all is to be told, and not of what the machine skips.
 */
final class IdleSkips {
  private IdleSkips() {}

  static List<Result> told(Configured configured, Collection<ImageField> fields) {
    List<Result> told = new ArrayList<>();
    List<String> own = configured.configuration().skip().own();
    for (int i = 0; i < own.size(); i++) {
      String pattern = own.get(i);
      if (fields.stream().noneMatch(field -> isFor(pattern, field))) {
        ConfigPlace place = new ConfigPlace("skip", i);
        String message = "%s (%s) matches no image".formatted(place, pattern);
        told.add(place.at(configured.written(), Result.info(Printable.of(message))));
      }
    }
    return told;
  }

  private static boolean isFor(String pattern, ImageField field) {
    return field.content() instanceof Content.Text text && SkipRules.isFor(pattern, text.text());
  }
}
