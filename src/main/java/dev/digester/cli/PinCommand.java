package dev.digester.cli;

import dev.digester.config.Configuration;
import dev.digester.config.ConfigurationException;
import dev.digester.config.Glob;
import dev.digester.document.proof.EditException;
import dev.digester.engine.Engine;
import dev.digester.engine.Reach;
import dev.digester.files.ManifestFile;
import dev.digester.function.Streams;
import dev.digester.images.Scope;
import dev.digester.kustomization.KustomizationPins;
import dev.digester.process.Surroundings;
import dev.digester.workspace.FileRun;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code digester pin [PATH…]}. */
@Command(
    name = "pin",
    mixinStandardHelpOptions = true,
    description = {
      "Pins the images of manifests in place: nginx:1.27 becomes nginx:1.27@sha256:…, and no other byte changes.",
      "All files are read and all images looked up before the first file is written; after an error nothing is written."
    },
    exitCodeListHeading = RootCommand.EXIT_CODES,
    exitCodeList = {
      RootCommand.DONE,
      "1:a failure, bad input, or an image without a digest (--check)",
      RootCommand.USAGE
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  digester pin .                          pins all manifests below the working directory",
      "  digester pin --check k8s/               fails if an image has no digest; makes no lookup",
      "  digester pin --diff k8s/ | git apply    shows or applies the changes as a patch",
      "  helm template chart/ | digester pin -   pins standard input to standard output",
      "  digester pin --refresh --only 'nginx:*' follows moved tags"
    })
final class PinCommand implements Callable<Integer> {
  private final Streams streams;
  private final Surroundings surroundings;

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin FileOptions files = new FileOptions();

  @Option(
      names = "--check",
      description = "write nothing, look up nothing; fail if an image has no digest")
  boolean check;

  @Option(names = "--diff", description = "write nothing; print a unified diff")
  boolean diff;

  @Option(names = "--refresh", description = "look up images again that have a tag and a digest")
  boolean refresh;

  @Option(
      names = "--only",
      paramLabel = "GLOB",
      description = "with --refresh: only images that match; * matches any characters, / included")
  String only = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "json; with --check also github")
  String output = "";

  PinCommand(Streams streams, Surroundings surroundings) {
    this.streams = streams;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    checkUsage();
    try {
      CommandSetup setup = new CommandSetup(files, surroundings, streams.err());
      Configuration configuration = setup.configuration();
      Optional<List<ManifestFile>> read = new FileInput(files, streams, surroundings).read(".");
      return read.isPresent()
          ? pin(setup.engine(configuration, reach()), read.get())
          : RootCommand.FAILURE;
    } catch (ConfigurationException e) {
      e.each().forEach(each -> streams.err().println(each.getMessage()));
    } catch (EditException e) {
      streams.err().println("error: " + e.getMessage());
    }
    return RootCommand.FAILURE;
  }

  private int pin(Engine engine, List<ManifestFile> read) throws IOException {
    if (check) {
      return new CheckReport(streams, output).of(read, engine);
    }
    FileRun run = FileRun.of(engine, read);
    return new PinOutput(streams, files.quiet, output.equals("json")).of(run, diff);
  }

  private void checkUsage() {
    if (check && diff) {
      throw usage("--check and --diff exclude each other");
    }
    if (!only.isEmpty() && !refresh) {
      throw usage("--only needs --refresh");
    }
    List<String> formats = check ? List.of("", "json", "github") : List.of("", "json");
    if (!formats.contains(output)) {
      throw usage("unknown output '" + output + "'");
    }
    if (diff && !output.isEmpty()) {
      throw usage("--diff and --output exclude each other");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private Reach reach() {
    Predicate<String> refreshed = refreshed();
    return new Reach(
        new Scope(true, refreshed),
        List.of(configuration -> new KustomizationPins(configuration, refreshed)));
  }

  private Predicate<String> refreshed() {
    if (!refresh) {
      return _ -> false;
    }
    return only.isEmpty() ? _ -> true : new Glob(only)::matches;
  }
}
