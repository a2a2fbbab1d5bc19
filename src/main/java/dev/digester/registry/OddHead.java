package dev.digester.registry;

import dev.digester.registry.Outcome.NoAnswer;
import dev.digester.registry.Outcome.Trouble;

/** Says what is odd about the head of an answer that the JDK's client does not take. */
final class OddHead {
  private OddHead() {}

  /** For a number that is none: the client reads one such header itself. */
  static NoAnswer number() {
    return odd("a header of its answer that must be a number, Content-Length, is not one");
  }

  /**
   * For a protocol error; a body that ends early is reported as one too.
   *
   * @param words the JDK's, in lower case
   */
  static NoAnswer of(String words) {
    if (words.contains("status line") || words.contains("version")) {
      return new NoAnswer(Trouble.NOT_HTTP, "");
    }
    if (words.contains("header size") || words.contains("header list")) {
      return odd("the headers of its answer are too large");
    }
    if (words.contains("101")) {
      return odd("it switches to another protocol (101), which was not asked for");
    }
    if (words.contains("interim responses")) {
      return odd("it sends one interim answer (1xx) after the other");
    }
    return words.contains("header")
        ? odd("a header of its answer has a name or value that HTTP does not allow")
        : new NoAnswer(Trouble.DROPPED, "");
  }

  private static NoAnswer odd(String detail) {
    return new NoAnswer(Trouble.ODD_HEAD, detail);
  }
}
