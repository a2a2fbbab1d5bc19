package dev.digester.credentials;

import java.util.Optional;

/**
 * Puts the answer of a credential helper into words.
 *
 * @param name of the helper
 * @param key the key of the file that names it
 * @param place the file
 */
record HelperFinding(String name, String key, String place) {

  Finding of(HelperAnswer answer, Target target) {
    String helper = "credential helper " + HelperPrograms.program(name);
    return switch (answer) {
      case HelperAnswer.Given(Credential credential) ->
          new Finding.Match(credential, "%s by %s".formatted(helper, key));
      case HelperAnswer.NoCredentials _ ->
          new Finding.Nothing(
              "%s by %s has no credentials for %s".formatted(helper, key, target.serverUrl()));
      case HelperAnswer.NotInstalled _ ->
          trouble("%s by %s is not installed: no such program in PATH".formatted(helper, key));
      case HelperAnswer.Failed(String reason) ->
          trouble(
              "%s by %s %s; run it by hand (the registry on its standard input, get as its argument) to see why"
                  .formatted(helper, key, reason));
    };
  }

  private Finding trouble(String note) {
    return new Finding.Nothing(note, Optional.of("%s: %s".formatted(place, note)));
  }
}
