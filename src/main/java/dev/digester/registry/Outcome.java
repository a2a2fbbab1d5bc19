package dev.digester.registry;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What came of a request. */
sealed interface Outcome {

  /**
   * An HTTP answer.
   *
   * @param uri where it came from, after all redirects
   * @param body bounded; that of an error may be cut
   */
  record Answer(URI uri, int status, HttpHeaders headers, Bytes body) implements Outcome {
    boolean isOk() {
      return status == 200;
    }

    Optional<String> header(String name) {
      return headers.firstValue(name);
    }
  }

  /**
   * No HTTP answer.
   *
   * @param detail more about it in words for people; may be empty
   * @param redirected the host that was asked last, where the one that was meant redirects to it
   */
  record NoAnswer(Trouble trouble, String detail, Optional<String> redirected) implements Outcome {
    NoAnswer(Trouble trouble, String detail) {
      this(trouble, detail, Optional.empty());
    }
  }

  /** The registry wants proof that could not be given. */
  record Refused(RegistryFailure failure) implements Outcome {}

  /** What kept an HTTP answer from coming. */
  enum Trouble {
    BAD_ADDRESS,
    BAD_PROXY,
    /** A header that is to be sent holds what no header can hold. */
    BAD_HEADER,
    NO_SUCH_HOST,
    REFUSED,
    NO_ROUTE,
    CONNECT_TIMED_OUT,
    TIMED_OUT,
    DEADLINE,
    UNTRUSTED,
    NOT_TLS,
    TLS_FAILED,
    NOT_HTTP,
    /** HTTP, but the client does not take the head of the answer. */
    ODD_HEAD,
    /** The server takes no more requests at a time on its connection (HTTP/2). */
    NO_STREAM,
    /** Before any answer. */
    DROPPED,
    /** In the middle of an answer. */
    CUT,
    TOO_LARGE,
    BAD_ENCODING,
    BAD_REDIRECT
  }
}
