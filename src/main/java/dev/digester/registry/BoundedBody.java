package dev.digester.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a bound, then stops reading. */
final class BoundedBody implements BodySubscriber<Bytes> {

  /** What the bound is for a body that is wanted, in bytes: the OCI limit for manifests. */
  static final int CONTENT = 4 * 1024 * 1024;

  /** What the bound is for the body of an error, in bytes. */
  static final int ERROR = 64 * 1024;

  /** The body of a successful answer is larger than its bound. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(int limit) {
      super("it is larger than " + limit / 1024 + " KiB");
    }
  }

  private final int limit;
  private final boolean cut;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private final CompletableFuture<Bytes> result = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;

  /**
   * @param limit in bytes
   * @param cut whether a body over the limit is cut; else it is refused
   */
  private BoundedBody(int limit, boolean cut) {
    this.limit = limit;
    this.cut = cut;
  }

  /** For an answer with a status. */
  static BoundedBody ofStatus(int status) {
    return new BoundedBody(limit(status), !isContent(status));
  }

  /** How many bytes an answer with a status may have. */
  static int limit(int status) {
    return isContent(status) ? CONTENT : ERROR;
  }

  /** Whether the body is what was asked for: then it is needed as a whole. */
  static boolean isContent(int status) {
    return status / 100 == 2;
  }

  @Override
  public CompletionStage<Bytes> getBody() {
    return result;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (var buffer : buffers) {
      var room = limit - content.size();
      var chunk = new byte[Math.min(room, buffer.remaining())];
      buffer.get(chunk);
      content.write(chunk, 0, chunk.length);
      if (buffer.hasRemaining()) {
        overflow();
        return;
      }
    }
  }

  private void overflow() {
    if (subscription != null) {
      subscription.cancel();
    }
    if (cut) {
      onComplete();
    } else {
      result.completeExceptionally(new TooLargeException(limit));
    }
  }

  @Override
  public void onError(Throwable cause) {
    result.completeExceptionally(cause);
  }

  @Override
  public void onComplete() {
    result.complete(new Bytes(content.toByteArray()));
  }
}
