package dev.digester.cloud;

import dev.digester.document.Mapping;
import dev.digester.document.read.JsonReader;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import java.util.Optional;

/** What came of a request to a cloud. */
sealed interface Reply {

  /** An answer; its body may hold secrets. */
  record Http(int status, String body) implements Reply {
    @Override
    public String toString() {
      return "Http[" + status + "]";
    }
  }

  /** No answer. */
  record Silence(Reason reason) implements Reply {}

  /** Why there is no answer. */
  enum Reason {
    UNREACHABLE("cannot be reached"),
    TOO_SLOW("does not answer in time"),
    UNTRUSTED("is not trusted: its certificate, or TLS otherwise, failed"),
    ENDED("was not waited for: the run was ended");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }

  /** The body of an answer that says yes. */
  default Optional<String> text() {
    return this instanceof Http(int status, String body) && status == 200
        ? Optional.of(body)
        : Optional.empty();
  }

  /** The object of such a body. */
  default Optional<Mapping> object() {
    return text().flatMap(Reply::parse);
  }

  private static Optional<Mapping> parse(String body) {
    try {
      return new JsonReader().read(SourceText.of(body)).roots().getFirst() instanceof Mapping object
          ? Optional.of(object)
          : Optional.empty();
    } catch (DocumentException e) {
      return Optional.empty();
    }
  }

  /**
   * What is wrong with a reply that should have held something; to follow the name of who gave it.
   */
  default String problem() {
    return switch (this) {
      case Http(int status, _) ->
          status == 200 ? "gave an answer without a token" : "answered " + status;
      case Silence(Reason reason) -> reason.words;
    };
  }
}
