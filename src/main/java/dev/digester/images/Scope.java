package dev.digester.images;

import java.util.function.Predicate;

/**
 * What a run looks at beside what the function does.
 *
 * @param everyField whether fields of which nothing is said are remembered too, to be listed
 * @param refreshed which images, as written, are looked up though they have a digest
 */
public record Scope(boolean everyField, Predicate<String> refreshed) {
  /** What the function looks at. */
  public static final Scope OF_FUNCTION = new Scope(false, _ -> false);

  /** All images, none of them refreshed. */
  public static final Scope EVERY_FIELD = new Scope(true, _ -> false);
}
