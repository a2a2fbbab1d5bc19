package dev.digester.credentials;

import java.util.Optional;

/**
 * What one {@link Source} has for a target. Notes and problems are for people and free of secrets
 * and user names.
 */
sealed interface Finding {

  /**
   * A credential.
   *
   * @param how the key or the credential helper that it was found with
   * @param problem what went wrong in the source before it was found
   */
  record Match(Credential credential, String how, Optional<String> problem) implements Finding {
    Match(Credential credential, String how) {
      this(credential, how, Optional.empty());
    }
  }

  /** The source is the one for this target and has no credential: nothing else is asked. */
  record Anonymous(String note, Optional<String> problem) implements Finding {}

  /** The source says nothing about this target: the next one is asked. */
  record Nothing(String note, Optional<String> problem) implements Finding {
    Nothing(String note) {
      this(note, Optional.empty());
    }

    /** What both together come to: the second one's finding, with what went wrong in the first. */
    Finding then(Finding second) {
      return switch (second) {
        case Match(var credential, var how, _) -> new Match(credential, how, problem);
        case Nothing(var more, var worse) ->
            new Nothing(note + "; " + more, problem.or(() -> worse));
        case Anonymous _, Prospect _, Unset _ -> second;
      };
    }
  }

  /**
   * The source would ask someone over a network, which explanations do not do.
   *
   * @param plan begins with {@code would}
   */
  record Prospect(String plan) implements Finding {}

  /**
   * The source does not exist here: a variable is not set. Not worth a word but in explanations.
   */
  record Unset(String note) implements Finding {}

  /** The same, where no other source is to be asked instead. */
  default Finding settled() {
    return switch (this) {
      case Nothing(var note, var problem) -> new Anonymous(note, problem);
      case Match _, Anonymous _, Prospect _, Unset _ -> this;
    };
  }

  /** What went wrong, if anything did. */
  default Optional<String> trouble() {
    return switch (this) {
      case Match(_, _, var problem) -> problem;
      case Anonymous(_, var problem) -> problem;
      case Nothing(_, var problem) -> problem;
      case Prospect _, Unset _ -> Optional.empty();
    };
  }

  /** Whether the search ends here. */
  default boolean isFinal() {
    return switch (this) {
      case Match _, Anonymous _, Prospect _ -> true;
      case Nothing _, Unset _ -> false;
    };
  }
}
