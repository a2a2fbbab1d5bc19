package dev.digester.cli;

import dev.digester.engine.Engine;
import dev.digester.files.ManifestFile;
import dev.digester.function.Streams;
import dev.digester.images.FoundImage;
import dev.digester.images.FoundImage.Status;
import dev.digester.report.JsonWriter;
import dev.digester.workspace.FileResources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What {@code pin --check} says: a line for each image without a digest. */
final class CheckReport {
  private final Streams streams;
  private final String format;

  /**
   * A report.
   *
   * @param format {@code json}, {@code github}, or empty for lines
   */
  CheckReport(Streams streams, String format) {
    this.streams = streams;
    this.format = format;
  }

  private record Finding(String file, FoundImage image) {
    String message() {
      return image.status() == Status.INVALID
          ? image.image() + ": " + image.reason().orElse("is not an image reference")
          : image.image() + " has no digest";
    }
  }

  /** Reports, and gives the exit code. */
  int of(List<ManifestFile> read, Engine engine) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (ManifestFile file : read) {
      for (FoundImage image : engine.list(new FileResources(file))) {
        if (image.status() == Status.UNPINNED || image.status() == Status.INVALID) {
          findings.add(new Finding(file.path(), image));
        }
      }
    }
    write(text(findings));
    return findings.isEmpty() ? 0 : RootCommand.FAILURE;
  }

  private String text(List<Finding> findings) {
    if (format.equals("json")) {
      return JsonWriter.object(json ->
          json.arrayMember(
              "images",
              images ->
                  findings.forEach(each ->
                      ImageJson.write(
                          images, each.file(), each.image(), each.image().status().toString()))));
    }
    StringBuilder lines = new StringBuilder();
    for (Finding each : findings) {
      lines.append(format.equals("github") ? github(each) : line(each)).append('\n');
    }
    return lines.toString();
  }

  private static String line(Finding each) {
    return "%s:%d: %s".formatted(each.file(), each.image().line(), each.message());
  }

  private static String github(Finding each) {
    return GitHubCommand.error(each.file(), each.image().line(), each.message());
  }

  private void write(String text) throws IOException {
    streams.out().write(text.getBytes(StandardCharsets.UTF_8));
    streams.out().flush();
  }
}
