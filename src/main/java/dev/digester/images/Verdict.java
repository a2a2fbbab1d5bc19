package dev.digester.images;

import dev.digester.reference.Digest;

/** What is to happen to the value of an {@link ImageField}. */
sealed interface Verdict {
  /** Nothing, and nothing is wrong. */
  record Keep(String reason) implements Verdict {}

  /** It is not a reference. */
  record Invalid(String reason) implements Verdict {}

  /** It has a digest, which is compared with what its tag names. */
  record Compare(Pull pull, Digest digest) implements Verdict {}

  /** It has a digest, which gives way to the one that its tag names now. */
  record Refresh(Pull pull, Digest digest) implements Verdict {}

  /** Its tag is looked up. */
  record LookUp(Pull pull) implements Verdict {}
}
