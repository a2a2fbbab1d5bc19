package dev.digester.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command says of exit codes and environment stands here once. */
@Command(
    name = "digester",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Pins container images in Kubernetes manifests: nginx:1.27 becomes nginx:1.27@sha256:…, and nothing else changes.",
      "",
      "To pin the manifests of a directory: digester pin .",
      "",
      "Without a command it is a KRM function: it reads a ResourceList from standard input and writes it to standard"
          + " output (kpt fn eval PACKAGE --exec digester). Then it takes the flags --offline[=BOOL],"
          + " --skip-prefixes=LIST and --kubeconfig=FILE."
    },
    exitCodeListHeading = RootCommand.EXIT_CODES,
    exitCodeList = {RootCommand.DONE, RootCommand.FAILED, RootCommand.USAGE},
    footer = {
      "",
      "Environment:",
      "  OFFLINE, SKIP_PREFIXES, KUBECONFIG, DEBUG        as google/k8s-digester",
      "  DOCKER_CONFIG, REGISTRY_AUTH_FILE, DOCKER_AUTH_CONFIG, GITHUB_TOKEN",
      "                                                   logins: digester auth explain",
      "  DIGESTER_REGISTRY_<n>_{HOST,USERNAME,PASSWORD}   logins for CI",
      "  SSL_CERT_FILE, SSL_CERT_DIR                      trusted in the system's place",
      "  HTTPS_PROXY, HTTP_PROXY, NO_PROXY                proxies"
    })
final class RootCommand implements Runnable {
  static final String EXIT_CODES = "%nExit codes:%n";
  static final String DONE = "0:done";
  static final String FAILED = "1:an error result, bad input or bad configuration";

  /** A failure, bad input, or a check that found something. */
  static final int FAILURE = 1;

  static final String USAGE = "2:wrong usage of the command line";

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
