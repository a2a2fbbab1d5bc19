package dev.digester.verify;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an image can be. */
public enum FindingClass {
  CURRENT("The tag names this digest."),
  MOVED("The tag names another digest now."),
  CHILD("The digest is that of one platform of the index that the tag names."),
  TAG_GONE("The tag does not exist any more; the digest does."),
  GONE("The digest does not exist any more."),
  PRESENT("The image has no tag; its digest exists."),
  UNPINNED("The image has no digest."),
  PLATFORM_MISSING("The image lacks a platform that it must have."),
  MISMATCH("The lock has another digest."),
  UNREACHABLE("The registry did not answer, or refused."),
  INVALID("The value is not an image reference.");

  private final String description;

  FindingClass(String description) {
    this.description = description;
  }

  /** One sentence. */
  public String description() {
    return description;
  }

  /** Whether there is nothing to say about it but where all results are wanted. */
  public boolean isSilent() {
    return this == CURRENT || this == PRESENT;
  }

  /** As users write it: {@code tag-gone}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<FindingClass> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
