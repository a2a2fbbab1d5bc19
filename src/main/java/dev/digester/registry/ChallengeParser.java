package dev.digester.registry;

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
  private final List<Challenge> challenges = new ArrayList<>();
  private final Map<String, String> parameters = new HashMap<>();
  private String scheme = "";
  private int position;

  private ChallengeParser(String text) {
    this.text = text;
  }

  /**
   * The challenge to answer, of all that an answer's headers hold: Bearer before Basic, since it
   * asks for less; empty where there is none that can be answered.
   */
  static Optional<Challenge> choose(List<String> headers) {
    var all = headers.stream().flatMap(h -> new ChallengeParser(h).parse().stream()).toList();
    return all.stream()
        .filter(Challenge.Bearer.class::isInstance)
        .findFirst()
        .or(() -> all.stream().findFirst());
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
    try {
      var realm = new URI(parameters.getOrDefault("realm", ""));
      return realm.getHost() == null || realm.getScheme() == null
          ? Optional.empty()
          : Optional.of(new Challenge.Bearer(realm, parameter("service"), parameter("scope").stream().toList()));
    } catch (java.net.URISyntaxException e) {
      return Optional.empty();
    }
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
