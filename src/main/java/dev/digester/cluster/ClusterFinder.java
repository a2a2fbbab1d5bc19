package dev.digester.cluster;

import dev.digester.cluster.ClusterAccess.Identity;
import dev.digester.cluster.ClusterAccess.Server;
import dev.digester.cluster.ClusterAccess.Trust;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the cluster in the order of Kubernetes' own tools: the kubeconfig that was named, then, in
 * a pod, the files of its ServiceAccount, then {@code ~/.kube/config}.
 */
public final class ClusterFinder {

  /** Where a pod finds the token of its ServiceAccount, and the cluster's authority. */
  private static final Path IN_POD = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

  private final Map<String, String> environment;
  private final Path home;
  private final Path pod;

  /**
   * @param environment of the process: variables for credential plugins, and those that tell a pod
   *     where its API server is
   * @param home the user's home directory
   */
  public ClusterFinder(Map<String, String> environment, Path home) {
    this(environment, home, IN_POD);
  }

  ClusterFinder(Map<String, String> environment, Path home, Path pod) {
    this.environment = Map.copyOf(environment);
    this.home = home;
    this.pod = pod;
  }

  /**
   * The cluster to ask.
   *
   * @param kubeconfig files as {@code KUBECONFIG} lists them; those that are missing are passed
   *     over
   * @throws ClusterException if there is none, or its settings cannot be used
   */
  public ClusterAccess find(Optional<String> kubeconfig) {
    return kubeconfig
        .map(this::named)
        .or(this::inPod)
        .orElseGet(() -> standard().map(List::of).map(this::read).orElseThrow(ClusterFinder::none));
  }

  private ClusterAccess named(String files) {
    List<Path> found =
        Arrays.stream(files.split(File.pathSeparator))
            .filter(file -> !file.isEmpty())
            .map(Path::of)
            .filter(Files::exists)
            .toList();
    if (found.isEmpty()) {
      throw new ClusterException("there is no file " + files + " (KUBECONFIG)");
    }
    return read(found);
  }

  private ClusterAccess read(List<Path> files) {
    return new Kubeconfig(files, new ExecPlugin(environment)).access();
  }

  private Optional<ClusterAccess> inPod() {
    Optional<String> host = variable("KUBERNETES_SERVICE_HOST");
    Path token = pod.resolve("token");
    if (host.isEmpty() || !Files.isReadable(token)) {
      return Optional.empty();
    }
    String name = host.get().contains(":") ? "[" + host.get() + "]" : host.get();
    URI server =
        URI.create("https://" + name + ":" + variable("KUBERNETES_SERVICE_PORT").orElse("443"));
    Trust trust = new Trust(Optional.of(text(pod.resolve("ca.crt"))), Optional.empty(), false);
    Identity identity =
        new Identity(Optional.of(text(token).strip()), Optional.empty(), Optional.empty());
    return Optional.of(
        new ClusterAccess(
            new Server(server), "the files of the pod's ServiceAccount", trust, identity));
  }

  private Optional<Path> standard() {
    return Optional.of(home.resolve(".kube/config")).filter(Files::exists);
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /**
   * A file that has to be there.
   *
   * @throws ClusterException if it cannot be read
   */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ClusterException("cannot read " + file);
    }
  }

  private static ClusterException none() {
    return new ClusterException(
        "no cluster is known: name a kubeconfig with KUBECONFIG or --kubeconfig, or leave OFFLINE"
            + " at true to do without the pull secrets of a cluster");
  }
}
