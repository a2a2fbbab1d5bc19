package dev.digester.images;

import dev.digester.krm.Resources;

/** Finds the images of a text. */
@FunctionalInterface
public interface Surveyor {
  /** What the text asks for; asks nothing itself. */
  Survey survey(Resources resources);
}
