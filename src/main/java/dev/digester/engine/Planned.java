package dev.digester.engine;

import dev.digester.images.FoundImage;
import dev.digester.images.LookedUp;
import dev.digester.images.Survey;
import dev.digester.pipeline.Outcome;
import java.util.List;

/**
 * What a run came to for one text.
 *
 * @param survey of the text after the stages before pinning
 * @param lookedUp the answers of the whole run
 */
public record Planned(Outcome outcome, Survey survey, LookedUp lookedUp) {
  /** The images of the text with what became of each. */
  public List<FoundImage> found() {
    return survey.found(lookedUp);
  }
}
