package dev.digester.reference;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Parses one reference by hand: the grammar is regular and small, and regular expressions with
 * nested repetition need stack space in proportion to what they read.
 */
final class ReferenceParser {
  /** In characters, without the host ({@code RepositoryNameTotalLengthMax}). */
  private static final int LONGEST_PATH = 255;

  private final String written;

  ReferenceParser(String written) {
    this.written = written;
  }

  ImageReference parse() {
    if (written.isEmpty()) {
      throw invalid("it is empty");
    }
    if (written.length() == 64 && Grammar.isHex(written)) {
      throw invalid("64 hexadecimal digits are the identifier of an image, not its name");
    }
    var split = RepositoryName.split(written);
    var rest = split.path();
    var at = rest.indexOf('@');
    var named = at < 0 ? rest : rest.substring(0, at);
    var colon = named.indexOf(':');
    var path = colon < 0 ? named : named.substring(0, colon);
    var name = checked(new RepositoryName(split.host(), path));
    var tag = colon < 0 ? Optional.<String>empty() : Optional.of(tag(named.substring(colon + 1)));
    var digest = at < 0 ? Optional.<Digest>empty() : Optional.of(digest(rest.substring(at + 1)));
    return new ImageReference(written, name, tag, digest);
  }

  private RepositoryName checked(RepositoryName name) {
    if (!Grammar.isHost(name.host())) {
      throw invalid("what is before the first / is not a host name with an optional port");
    }
    if (!Grammar.isPath(name.path())) {
      throw invalid(
          Grammar.hasUpperCase(name.path())
              ? "its name has upper-case letters"
              : "its name is not made of a-z and 0-9, with single . _ __ or - between them");
    }
    if (name.path().length() > LONGEST_PATH) {
      throw invalid("its name is longer than " + LONGEST_PATH + " characters");
    }
    return name;
  }

  private String tag(String tag) {
    if (!Grammar.isTag(tag)) {
      throw invalid(
          "its tag is not made of letters, digits, _ . and -, or is longer than 128 characters");
    }
    return tag;
  }

  private Digest digest(String text) {
    var colon = text.indexOf(':');
    if (colon < 0) {
      throw invalid("what is after the @ is not a digest, such as sha256:…");
    }
    var algorithm = text.substring(0, colon);
    var encoded = text.substring(colon + 1);
    try {
      return new Digest(algorithm, encoded);
    } catch (IllegalArgumentException e) {
      throw invalid(requireNonNull(e.getMessage()));
    }
  }

  private InvalidReferenceException invalid(String reason) {
    return new InvalidReferenceException(written, reason);
  }
}
