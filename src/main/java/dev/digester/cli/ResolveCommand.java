package dev.digester.cli;

import dev.digester.config.ConfigurationException;
import dev.digester.config.LabelSelector;
import dev.digester.document.proof.EditException;
import dev.digester.engine.Engine;
import dev.digester.engine.Reach;
import dev.digester.files.ManifestFile;
import dev.digester.function.Streams;
import dev.digester.images.FoundImage;
import dev.digester.images.Scope;
import dev.digester.process.Surroundings;
import dev.digester.workspace.FileRun;
import dev.digester.workspace.PlannedFile;
import dev.digester.workspace.PrintedDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code digester resolve [-f PATH…]}. */
@Command(
    name = "resolve",
    mixinStandardHelpOptions = true,
    description = {
      "Prints manifests with digests, ready for kubectl apply -f -. Writes no file but that of --output.",
      "Without a PATH it reads standard input."
    },
    exitCodeListHeading = RootCommand.EXIT_CODES,
    exitCodeList = {RootCommand.DONE, RootCommand.FAILED, RootCommand.USAGE},
    footerHeading = "%nExamples:%n",
    footer = {
      "  digester resolve -f k8s/ | kubectl apply -f -",
      "  helm template chart/ | digester resolve | kubectl apply -f -",
      "  digester resolve -f k8s/ -l app=web --image-refs images.txt"
    })
final class ResolveCommand implements Callable<Integer> {
  private final Streams streams;
  private final Surroundings surroundings;

  @Mixin FileOptions files = new FileOptions();

  @Option(
      names = {"-l", "--selector"},
      paramLabel = "SELECTOR",
      description = "only documents whose labels match, as for kubectl: app=web,tier!=cache")
  String selector = "";

  @Option(
      names = {"-R", "--recursive"},
      description = "accepted; directories are always searched recursively")
  boolean recursive;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write to a file instead of standard output")
  String output = "";

  @Option(
      names = "--image-refs",
      paramLabel = "FILE",
      description = "write the distinct references with digests to a file, sorted, one a line")
  String imageRefs = "";

  ResolveCommand(Streams streams, Surroundings surroundings) {
    this.streams = streams;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    try {
      Optional<LabelSelector> wanted =
          selector.isEmpty() ? Optional.empty() : Optional.of(LabelSelector.parse(selector));
      CommandSetup setup = new CommandSetup(files, surroundings, streams.err());
      Engine engine = setup.engine(setup.configuration(), new Reach(Scope.EVERY_FIELD, List.of()));
      Optional<List<ManifestFile>> read = new FileInput(files, streams, surroundings).read("-");
      return read.isPresent() ? print(FileRun.of(engine, read.get()), wanted) : RootCommand.FAILURE;
    } catch (ConfigurationException e) {
      e.each().forEach(each -> streams.err().println(each.getMessage()));
    } catch (IllegalArgumentException e) {
      streams.err().println("error: --selector: " + e.getMessage());
    } catch (EditException e) {
      streams.err().println("error: " + e.getMessage());
    }
    return RootCommand.FAILURE;
  }

  private int print(FileRun run, Optional<LabelSelector> wanted) throws IOException {
    run.problems().forEach(streams.err()::println);
    if (run.failed()) {
      return RootCommand.FAILURE;
    }
    PrintedDocuments printed = PrintedDocuments.of(run.files(), wanted);
    if (!files.quiet) {
      printed.leftOut().forEach(note -> streams.err().println("note: " + note));
    }
    write(output, printed.text());
    if (!imageRefs.isEmpty()) {
      write(imageRefs, references(run));
    }
    return 0;
  }

  private static String references(FileRun run) {
    TreeSet<String> references = new TreeSet<>();
    for (PlannedFile file : run.files()) {
      for (FoundImage image : file.images()) {
        image
            .digest()
            .ifPresent(digest -> {
              int at = image.image().indexOf('@');
              String name = at < 0 ? image.image() : image.image().substring(0, at);
              references.add(name + "@" + digest + "\n");
            });
      }
    }
    return String.join("", references);
  }

  private void write(String file, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (file.isEmpty() || file.equals("-")) {
      streams.out().write(utf8);
      streams.out().flush();
    } else {
      Files.write(Path.of(file), utf8);
    }
  }
}
