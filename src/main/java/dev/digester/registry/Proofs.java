package dev.digester.registry;

import dev.digester.credentials.Answer;

/** Says which credentials a refusal is about. */
final class Proofs {
  private Proofs() {}

  static String of(String source) {
    return "the credentials of " + source + " were not accepted";
  }

  /** Of credentials that were found and shown to no one. */
  static String unsent(String source, String why) {
    return "the credentials of " + source + " were not sent: " + why;
  }

  static String none(Answer.None none) {
    var looked =
        none.looked().isEmpty()
            ? "no credentials were found"
            : "no credentials were found in " + String.join(", ", none.looked());
    // What is wrong comes before the places, since long messages are cut.
    return none.problem().map(problem -> problem + "; ").orElse("") + looked;
  }
}
