package dev.digester.cluster;

import dev.digester.document.Mapping;
import dev.digester.document.read.JsonReader;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import dev.digester.registry.Deadline;
import dev.digester.registry.ProxyException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The API server of a cluster, asked for single objects (<a
 * href="https://kubernetes.io/docs/reference/using-api/api-concepts/">Kubernetes API concepts</a>).
 * A server that was not reached is not asked again. One instance serves a run, and many threads.
 */
public final class ApiServer {

  /** For one answer; an API server that is well gives it in milliseconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** An API server has other clients, and a connection of HTTP/2 a bound of its own. */
  private static final int MOST_AT_ONCE = 16;

  /** Bytes; etcd stores no object that is larger than 1.5 MiB. */
  private static final long LARGEST_OBJECT = 4 * 1024 * 1024;

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final ClusterAccess access;
  private final Deadline deadline;
  private final ClusterClient client;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private volatile @Nullable ClusterException gone;

  /**
   * @param environment of the process, for its proxy variables
   * @throws ClusterException if the certificates or the name of the access are of no use
   */
  public ApiServer(ClusterAccess access, Map<String, String> environment, Deadline deadline) {
    this.access = access;
    this.deadline = deadline;
    this.client = ClusterClient.of(access, environment, PATIENCE);
  }

  /**
   * One object of the core group.
   *
   * @param resource as paths and roles write it: {@code secrets}, {@code serviceaccounts}
   * @return the object; empty if there is none of that name
   * @throws ClusterException if the server is not reached, or refuses
   */
  public Optional<Mapping> get(String resource, String namespace, String name) {
    ObjectPath path = new ObjectPath(resource, namespace, name);
    HttpResponse<byte[]> response = send(path);
    return switch (response.statusCode()) {
      case OK -> Optional.of(read(response.body(), path));
      case NOT_FOUND -> Optional.empty();
      case FORBIDDEN -> throw new ClusterException(forbidden(path));
      case UNAUTHORIZED ->
          throw new ClusterException(
              server() + " does not accept the credentials of " + access.place() + " (401)");
      default ->
          throw new ClusterException(
              server() + " answered " + response.statusCode() + " for " + path.forPeople());
    };
  }

  private String forbidden(ObjectPath path) {
    return "%s does not allow the verb get on %s in namespace %s (403): grant it by a Role and a RoleBinding"
        .formatted(server(), path.resource(), path.namespace());
  }

  private HttpResponse<byte[]> send(ObjectPath path) {
    places.acquireUninterruptibly();
    try {
      ClusterException lost = gone;
      if (lost != null) {
        throw lost;
      }
      return client
          .http()
          .send(request(path), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_OBJECT));
    } catch (ProxyException e) {
      throw lost("cannot be asked: " + e.getMessage());
    } catch (SSLException e) {
      throw lost("cannot be asked: its certificate is not trusted, or TLS failed otherwise");
    } catch (IOException e) {
      throw lost("cannot be reached");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw lost("was not waited for: the run was ended");
    } finally {
      places.release();
    }
  }

  private ClusterException lost(String what) {
    ClusterException failure =
        new ClusterException(server() + " of " + access.place() + " " + what);
    gone = failure;
    return failure;
  }

  private HttpRequest request(ObjectPath path) {
    Duration left = deadline.remaining();
    if (left.isZero()) {
      throw lost("was not asked: the time for the whole run is up; 'timeout' sets it");
    }
    URI uri = URI.create(client.uri() + path.encoded());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(left.compareTo(PATIENCE) < 0 ? left : PATIENCE)
            .header("Accept", "application/json");
    access
        .identity()
        .token()
        .filter(_ -> uri.getScheme().equals("https"))
        .ifPresent(token -> request.header("Authorization", "Bearer " + token));
    client
        .proxies()
        .authorization(uri)
        .ifPresent(proof -> request.header("Proxy-Authorization", proof));
    return request.GET().build();
  }

  private Mapping read(byte[] body, ObjectPath path) {
    try {
      if (new JsonReader().read(SourceText.of(body)).roots().getFirst() instanceof Mapping object) {
        return object;
      }
    } catch (DocumentException e) {
      // The reason may quote the object.
    }
    throw new ClusterException(
        server() + " answered for " + path.forPeople() + " with something that is not an object");
  }

  private String server() {
    return "the API server " + access.server();
  }
}
