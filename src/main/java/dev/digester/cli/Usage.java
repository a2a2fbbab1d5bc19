package dev.digester.cli;

/** What a person sees who calls the program without a word. */
public final class Usage {
  /** Kept as text, so that saying it needs no command-line parser. */
  public static final String SHORT =
      """
      digester pins container images in Kubernetes manifests to their digests.

        digester pin .                     pins all manifests below the working directory
        digester pin --check .             fails if an image has no digest
        kpt fn eval PACKAGE --exec digester
        digester demo                      shows it on examples, without network
        digester --help                    all commands
      """;

  private Usage() {}
}
