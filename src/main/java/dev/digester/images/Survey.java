package dev.digester.images;

import dev.digester.pipeline.Plan;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one text asks for, before anything is asked: its images and their pulls. Surveys of many
 * texts are asked together, then each becomes a plan.
 */
public interface Survey {
  /** The survey of a text without images. */
  Survey NOTHING =
      new Survey() {
        @Override
        public Set<Pull> pulls() {
          return Set.of();
        }

        @Override
        public Plan plan(LookedUp lookedUp) {
          return Plan.nothing();
        }

        @Override
        public List<FoundImage> found(LookedUp lookedUp) {
          return List.of();
        }
      };

  /** The distinct pulls, in the order in which they are first met. */
  Set<Pull> pulls();

  /**
   * The plan of the text.
   *
   * @param lookedUp holds a resolution for each of the pulls
   */
  Plan plan(LookedUp lookedUp);

  /**
   * The images of the text, in document order.
   *
   * @param lookedUp what is known of them; nothing where nothing was asked
   */
  List<FoundImage> found(LookedUp lookedUp);

  /** The distinct pulls of several texts. */
  static Set<Pull> pulls(Collection<Survey> surveys) {
    Set<Pull> all = new LinkedHashSet<>();
    surveys.forEach(survey -> all.addAll(survey.pulls()));
    return all;
  }
}
