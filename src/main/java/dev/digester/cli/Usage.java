package dev.digester.cli;

/** What a person sees who calls the program without a word. */
public final class Usage {
  /** Kept as text, so that saying it needs no command-line parser. */
  public static final String SHORT =
      """
      digester pins container images in Kubernetes manifests to their digests.

        digester < resource-list.yaml      the KRM function: a ResourceList in, a ResourceList out
        kpt fn eval PACKAGE --exec digester
        digester demo                      shows it on examples, without network
        digester --help                    all commands
      """;

  private Usage() {}
}
