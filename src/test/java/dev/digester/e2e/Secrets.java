package dev.digester.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The secrets of the whole suite. Whatever a process of a test writes is searched for all of them;
 * a stream may hold no more of one than the process was given on its standard input, since a list
 * that holds Secrets comes back as it is.
 */
final class Secrets {
  /** A test's own passwords, tokens and keys have this in them. */
  static final String MARKER = "s3cr3t";

  /** A test's own user names have this in them. */
  static final String USER_MARKER = "us3r";

  private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

  static {
    String[] login = RealRegistry.CREDENTIALS.split(":", 2);
    add(MARKER);
    add(USER_MARKER);
    add(login[0]);
    add(login[1]);
    add(base64(RealRegistry.CREDENTIALS));
  }

  private Secrets() {}

  /** Makes a secret known, such as a token that a server has made. */
  static void add(String secret) {
    KNOWN.add(secret);
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  /**
   * Fails if there is a secret in what a process wrote.
   *
   * @param input what it had on its standard input
   */
  static void searchIn(Outcome outcome, String input) {
    for (String secret : KNOWN) {
      long given = count(secret, input);
      if (count(secret, outcome.out()) > given || count(secret, outcome.err()) > 0) {
        throw new AssertionError("a secret (" + secret + ") was written:\n" + outcome);
      }
    }
  }

  private static long count(String secret, String text) {
    return Pattern.compile(secret, Pattern.LITERAL).matcher(text).results().count();
  }
}
