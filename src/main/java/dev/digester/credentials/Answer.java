package dev.digester.credentials;

import java.util.List;
import java.util.Optional;

/** What a {@link Keychain} knows about a repository. */
public sealed interface Answer {

  /**
   * A credential was found.
   *
   * @param source the place in words for people, such as {@code /home/user/.docker/config.json};
   *     free of secrets and user names. Where a place before it was broken, the words say so.
   */
  record Found(Credential credential, String source) implements Answer {}

  /**
   * No credential: the registry is asked anonymously.
   *
   * @param looked the places that were looked at, in order, in words for people
   * @param problem what kept a source from being asked (a malformed file, a helper that failed); it
   *     is an error only if the registry refuses the anonymous request
   */
  record None(List<String> looked, Optional<String> problem) implements Answer {
    public None {
      looked = List.copyOf(looked);
    }
  }
}
