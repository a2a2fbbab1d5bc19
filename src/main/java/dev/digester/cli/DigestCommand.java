package dev.digester.cli;

import dev.digester.config.Configuration;
import dev.digester.config.ConfigurationException;
import dev.digester.function.Streams;
import dev.digester.images.LookedUp;
import dev.digester.images.Pull;
import dev.digester.images.Workload;
import dev.digester.process.Surroundings;
import dev.digester.reference.ImageReference;
import dev.digester.reference.InvalidReferenceException;
import dev.digester.reference.Platform;
import dev.digester.report.JsonWriter;
import dev.digester.resolve.Resolution;
import dev.digester.resolve.Resolution.Resolved;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code digester digest IMAGE…}. */
@Command(
    name = "digest",
    mixinStandardHelpOptions = true,
    description = "Prints the digests that images have in their registries, a line for each.",
    exitCodeListHeading = RootCommand.EXIT_CODES,
    exitCodeList = {
      RootCommand.DONE,
      "1:an image could not be looked up; the others are printed",
      RootCommand.USAGE
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  digester digest nginx:1.27",
      "  digester digest --full nginx:1.27 redis:7",
      "  digester list -o name | digester digest -"
    })
final class DigestCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";
  private static final Workload NONE = new Workload(Optional.empty(), List.of(), "default");

  private final Streams streams;
  private final Surroundings surroundings;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "IMAGE",
      description = "a reference as in a manifest, or - to read them from standard input")
  List<String> images = List.of();

  @Option(
      names = {"--full", "--full-ref"},
      description = "print IMAGE@DIGEST")
  boolean full;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "json")
  String output = "";

  @Option(names = "--config", paramLabel = "FILE", description = "the configuration")
  String config = "";

  @Option(names = "--no-config", description = "read no configuration file")
  boolean noConfig;

  @Option(
      names = {"-s", "--set"},
      paramLabel = "KEY=VALUE",
      description = "a key of the configuration in its ConfigMap form")
  List<String> settings = new ArrayList<>();

  DigestCommand(Streams streams, Surroundings surroundings) {
    this.streams = streams;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    if (!List.of("", "json").contains(output)) {
      throw new ParameterException(spec.commandLine(), "unknown output '" + output + "'");
    }
    try {
      return print(words());
    } catch (ConfigurationException e) {
      e.each().forEach(each -> streams.err().println(each.getMessage()));
      return RootCommand.FAILURE;
    }
  }

  private List<String> words() throws IOException {
    List<String> words = new ArrayList<>();
    for (String image : images) {
      if (image.equals(STANDARD_INPUT)) {
        new String(streams.in().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .forEach(words::add);
      } else {
        words.add(image);
      }
    }
    return words;
  }

  private int print(List<String> words) throws IOException {
    List<Optional<Pull>> pulls = words.stream().map(this::pull).toList();
    Set<Pull> distinct = new LinkedHashSet<>();
    pulls.forEach(pull -> pull.ifPresent(distinct::add));
    CommandSetup setup = setup();
    Configuration configuration = setup.configuration();
    LookedUp lookedUp =
        distinct.isEmpty()
            ? LookedUp.NOTHING
            : setup.lookUps().resolve(distinct, List.of(), configuration);
    boolean failed = pulls.stream().anyMatch(Optional::isEmpty);
    List<Found> found = new ArrayList<>();
    for (Optional<Pull> pull : pulls) {
      if (pull.isPresent()) {
        switch (lookedUp.find(pull.get()).orElse(null)) {
          case null -> failed = true;
          case Resolved resolved -> found.add(new Found(pull.get().reference(), resolved));
          case Resolution.Failed failure -> {
            failed = true;
            streams.err().println("error: " + pull.get().reference() + ": " + failure.message());
          }
        }
      }
    }
    streams.out().write(text(found).getBytes(StandardCharsets.UTF_8));
    streams.out().flush();
    return failed ? RootCommand.FAILURE : 0;
  }

  private record Found(ImageReference reference, Resolved resolved) {
    /** As written, with the digest in place of the one that it may have. */
    String full() {
      String written = reference.written();
      int at = written.indexOf('@');
      return (at < 0 ? written : written.substring(0, at)) + "@" + resolved.digest();
    }
  }

  private Optional<Pull> pull(String word) {
    try {
      return Optional.of(new Pull(ImageReference.parse(word), NONE));
    } catch (InvalidReferenceException e) {
      streams.err().println("error: " + e.getMessage());
      return Optional.empty();
    }
  }

  private CommandSetup setup() {
    FileOptions options = new FileOptions();
    options.config = config;
    options.noConfig = noConfig;
    options.settings = settings;
    return new CommandSetup(options, surroundings, streams.err());
  }

  private String text(List<Found> found) {
    if (output.equals("json")) {
      return JsonWriter.array(
          json -> found.forEach(each -> json.objectElement(element -> members(element, each))));
    }
    StringBuilder lines = new StringBuilder();
    found.forEach(each ->
        lines.append(full ? each.full() : each.resolved().digest().toString()).append('\n'));
    return lines.toString();
  }

  private static void members(JsonWriter json, Found each) {
    Resolved resolved = each.resolved();
    json.member("image", each.reference().written())
        .member("digest", resolved.digest().toString())
        .member("mediaType", resolved.mediaType())
        .arrayMember(
            "platforms",
            platforms ->
                resolved.platforms().stream().map(Platform::toString).forEach(platforms::element))
        .member("source", resolved.source().tag())
        .member("mirror", resolved.mirror());
  }
}
