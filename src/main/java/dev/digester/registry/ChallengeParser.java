package dev.digester.registry;

import static java.util.Comparator.comparingInt;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Parses a WWW-Authenticate header: a list of challenges, each a scheme with parameters (RFC 9110,
 * clause 11.6.1). A comma separates both challenges and parameters: a word that no {@code =}
 * follows begins a challenge.
 */
final class ChallengeParser {
  private final String text;
  private final URI base;
  private final List<Challenge> challenges = new ArrayList<>();
  private final Map<String, String> parameters = new HashMap<>();
  private String scheme = "";
  private int position;

  private ChallengeParser(String text, URI base) {
    this.text = text;
    this.base = base;
  }

  /**
   * The challenge to answer, of all that an answer's headers hold: Bearer before Basic, since it
   * asks for less, and both before one that names no address; empty where there is none of them.
   *
   * @param base where the answer came from
   */
  static Optional<Challenge> choose(List<String> headers, URI base) {
    return headers.stream()
        .flatMap(header -> new ChallengeParser(header, base).parse().stream())
        .min(comparingInt(ChallengeParser::rank));
  }

  private static int rank(Challenge challenge) {
    return switch (challenge) {
      case Challenge.Bearer _ -> 0;
      case Challenge.Basic _ -> 1;
      case Challenge.Unanswerable _ -> 2;
    };
  }

  private List<Challenge> parse() {
    while (position < text.length()) {
      skipSeparators();
      var word = token();
      if (word.isEmpty()) {
        position++;
      } else if (!skipEquals()) {
        finish();
        scheme = word.toLowerCase(Locale.ROOT);
      } else {
        parameters.putIfAbsent(word.toLowerCase(Locale.ROOT), value());
      }
    }
    finish();
    return challenges;
  }

  private void finish() {
    if (scheme.equals("basic")) {
      challenges.add(new Challenge.Basic());
    }
    if (scheme.equals("bearer")) {
      bearer().ifPresent(challenges::add);
    }
    parameters.clear();
  }

  private Optional<Challenge> bearer() {
    return parameter("realm").map(this::bearer);
  }

  private Challenge bearer(String realm) {
    return switch (address(realm)) {
      case Address.Usable(var uri) ->
          new Challenge.Bearer(uri, parameter("service"), parameter("scope").stream().toList());
      case Address.Unusable(var why) -> new Challenge.Unanswerable(why);
    };
  }

  /** A word that does not look like one is not an address. */
  private Address address(String realm) {
    return realm.startsWith("/") ? Address.of(realm, base) : Address.of(realm);
  }

  private Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  private void skipSeparators() {
    while (position < text.length() && ", \t".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  /** Whether an equals sign, with the blanks that are allowed around it, was skipped. */
  private boolean skipEquals() {
    var ahead = position;
    while (ahead < text.length() && " \t".indexOf(text.charAt(ahead)) >= 0) {
      ahead++;
    }
    if (ahead >= text.length() || text.charAt(ahead) != '=') {
      return false;
    }
    position = ahead + 1;
    while (position < text.length() && " \t".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    return true;
  }

  private String token() {
    var start = position;
    while (position < text.length() && ", \t=\"".indexOf(text.charAt(position)) < 0) {
      position++;
    }
    return text.substring(start, position);
  }

  private String value() {
    if (position >= text.length() || text.charAt(position) != '"') {
      return token();
    }
    var value = new StringBuilder();
    for (position++; position < text.length() && text.charAt(position) != '"'; position++) {
      if (text.charAt(position) == '\\' && position + 1 < text.length()) {
        position++;
      }
      value.append(text.charAt(position));
    }
    position++;
    return value.toString();
  }
}
