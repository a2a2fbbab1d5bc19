package dev.digester.cli;

import dev.digester.config.ConfigurationException;
import dev.digester.engine.Engine;
import dev.digester.engine.Reach;
import dev.digester.files.ManifestFile;
import dev.digester.function.Streams;
import dev.digester.images.FoundImage;
import dev.digester.images.FoundImage.Status;
import dev.digester.images.Scope;
import dev.digester.krm.ResourceRef;
import dev.digester.kustomization.KustomizationPins;
import dev.digester.process.Surroundings;
import dev.digester.reference.Digest;
import dev.digester.report.ColourChoice;
import dev.digester.report.JsonWriter;
import dev.digester.report.Palette;
import dev.digester.report.Table;
import dev.digester.report.Table.Cell;
import dev.digester.workspace.FileResources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code digester list [PATH…]}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the images of manifests and whether they have a digest. Makes no lookup.",
    exitCodeListHeading = RootCommand.EXIT_CODES,
    exitCodeList = {RootCommand.DONE, "1:bad input or bad configuration", RootCommand.USAGE},
    footerHeading = "%nExamples:%n",
    footer = {
      "  digester list                   all images below the working directory",
      "  digester list --unpinned k8s/   those without a digest",
      "  digester list -o name | sort    one reference a line"
    })
final class ListCommand implements Callable<Integer> {
  /** Of the hexadecimal digits of a digest, as many as docker shows. */
  private static final int SHORT_DIGEST = 12;

  private final Streams streams;
  private final Surroundings surroundings;

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin FileOptions files = new FileOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "table (default), json, name or github")
  String output = "table";

  @Option(names = "--unpinned", description = "only images without a digest")
  boolean unpinned;

  @Option(names = "--color", paramLabel = "WHEN", description = "auto (default), always or never")
  String color = "auto";

  ListCommand(Streams streams, Surroundings surroundings) {
    this.streams = streams;
    this.surroundings = surroundings;
  }

  private record Row(String file, FoundImage image) {}

  @Override
  public Integer call() throws IOException {
    Palette palette =
        ColourChoice.of(color)
            .orElseThrow(() -> usage("--color is auto, always or never"))
            .palette(surroundings.outputTerminal(), surroundings.environment());
    if (!List.of("table", "json", "name", "github").contains(output)) {
      throw usage("unknown output '" + output + "'");
    }
    try {
      CommandSetup setup = new CommandSetup(files, surroundings, streams.err());
      Engine engine = setup.engine(setup.configuration(), reach());
      Optional<List<ManifestFile>> read = new FileInput(files, streams, surroundings).read(".");
      if (read.isEmpty()) {
        return RootCommand.FAILURE;
      }
      streams.out().write(text(rows(read.get(), engine), palette).getBytes(StandardCharsets.UTF_8));
      streams.out().flush();
      return 0;
    } catch (ConfigurationException e) {
      e.each().forEach(each -> streams.err().println(each.getMessage()));
      return RootCommand.FAILURE;
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static Reach reach() {
    return new Reach(
        Scope.EVERY_FIELD,
        List.of(configuration -> new KustomizationPins(configuration, _ -> false)));
  }

  private List<Row> rows(List<ManifestFile> read, Engine engine) {
    List<Row> rows = new ArrayList<>();
    for (ManifestFile file : read) {
      for (FoundImage image : engine.list(new FileResources(file))) {
        if (!unpinned || image.status() == Status.UNPINNED || image.status() == Status.INVALID) {
          rows.add(new Row(file.path(), image));
        }
      }
    }
    return rows;
  }

  private String text(List<Row> rows, Palette palette) {
    return switch (output) {
      case "json" -> json(rows);
      case "name" -> names(rows);
      case "github" -> github(rows);
      default -> table(rows, palette);
    };
  }

  private static String json(List<Row> rows) {
    return JsonWriter.object(document ->
        document.arrayMember(
            "images",
            images ->
                rows.forEach(
                    row -> ImageJson.write(images, row.file(), row.image(), status(row.image())))));
  }

  private static String names(List<Row> rows) {
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.add(row.image().image() + "\n"));
    return String.join("", names);
  }

  private static String github(List<Row> rows) {
    StringBuilder lines = new StringBuilder();
    for (Row row : rows) {
      if (row.image().status() == Status.UNPINNED || row.image().status() == Status.INVALID) {
        String message = row.image().image() + " has no digest";
        lines.append(GitHubCommand.error(row.file(), row.image().line(), message)).append('\n');
      }
    }
    return lines.toString();
  }

  private static String table(List<Row> rows, Palette palette) {
    Table table = new Table("IMAGE", "DIGEST", "STATUS", "FILE:LINE", "RESOURCE", "FIELD");
    for (Row row : rows) {
      FoundImage image = row.image();
      table.add(
          new Cell(withoutDigest(image)),
          new Cell(image.digest().map(ListCommand::shortened).orElse("-")),
          new Cell(status(image), tone(image)),
          new Cell(row.file() + ":" + image.line()),
          new Cell(resource(image.resource().ref())),
          new Cell(image.field()));
    }
    return table.print(palette);
  }

  private static String withoutDigest(FoundImage image) {
    int at = image.image().indexOf('@');
    return image.digest().isPresent() && at > 0 ? image.image().substring(0, at) : image.image();
  }

  private static String shortened(Digest digest) {
    return digest.encoded().substring(0, Math.min(SHORT_DIGEST, digest.encoded().length()));
  }

  private static String resource(ResourceRef ref) {
    return ref.kind() + "/" + ref.name();
  }

  private static Palette.Tone tone(FoundImage image) {
    return switch (image.status()) {
      case KEPT, PINNED, REFRESHED -> Palette.Tone.GOOD;
      case SKIPPED -> Palette.Tone.FAINT;
      case UNPINNED -> Palette.Tone.WARNING;
      case INVALID, FAILED -> Palette.Tone.BAD;
    };
  }

  /** What has a digest is pinned, anyone who pinned it. */
  private static String status(FoundImage image) {
    return image.status() == Status.KEPT ? "pinned" : image.status().toString();
  }
}
