package dev.digester.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all commands over files take. */
final class FileOptions {
  @Parameters(
      paramLabel = "PATH",
      description =
          "a file, a directory (its *.yaml, *.yml and *.json files, recursively), or - for standard input")
  List<String> paths = new ArrayList<>();

  @Option(
      names = {"-f", "--filename"},
      paramLabel = "PATH",
      description = "the same as PATH; may be given more than once")
  List<String> filenames = new ArrayList<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "the configuration (kind Digester); default: .digester.yaml of the nearest directory up to the root of the git work tree")
  String config = "";

  @Option(names = "--no-config", description = "read no configuration file")
  boolean noConfig;

  @Option(
      names = {"-s", "--set"},
      paramLabel = "KEY=VALUE",
      description =
          "a key of the configuration in its ConfigMap form, such as onFailure=keep; wins over the file")
  List<String> settings = new ArrayList<>();

  @Option(
      names = "--offline",
      arity = "0..1",
      paramLabel = "BOOL",
      fallbackValue = "true",
      description = "false: ask the cluster for pull secrets (default: true)")
  String offline = "";

  @Option(
      names = "--skip-prefixes",
      paramLabel = "LIST",
      description = "more images to skip, separated by , or ;")
  String skipPrefixes = "";

  @Option(names = "--kubeconfig", paramLabel = "FILE", description = "the cluster to ask")
  String kubeconfig = "";

  @Option(
      names = {"-q", "--quiet"},
      description = "print only what was asked for, and errors")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "print which registry or mirror answered")
  boolean verbose;

  /** All words, or the default. */
  List<String> words(String fallback) {
    List<String> all = new ArrayList<>(paths);
    all.addAll(filenames);
    return all.isEmpty() ? List.of(fallback) : all;
  }
}
