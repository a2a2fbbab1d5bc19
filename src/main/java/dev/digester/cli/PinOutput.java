package dev.digester.cli;

import dev.digester.diff.UnifiedDiff;
import dev.digester.document.text.SourceText;
import dev.digester.files.FileChange;
import dev.digester.files.ManifestWriter;
import dev.digester.files.ProcessMark;
import dev.digester.files.WriteOutcome;
import dev.digester.function.Streams;
import dev.digester.images.FoundImage;
import dev.digester.images.FoundImage.Status;
import dev.digester.report.JsonWriter;
import dev.digester.resolve.Resolution.Resolved;
import dev.digester.workspace.FileRun;
import dev.digester.workspace.PlannedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Writes what a run of {@code pin} came to: files, a diff or standard output, and what is said. */
final class PinOutput {
  private static final String STANDARD_INPUT = "-";

  private final Streams streams;
  private final boolean quiet;
  private final boolean json;

  PinOutput(Streams streams, boolean quiet, boolean json) {
    this.streams = streams;
    this.quiet = quiet;
    this.json = json;
  }

  /** Writes, and gives the exit code. */
  int of(FileRun run, boolean diff) throws IOException {
    run.problems().forEach(streams.err()::println);
    if (run.failed()) {
      report(run, List.of());
      return RootCommand.FAILURE;
    }
    if (diff) {
      diff(run);
      return 0;
    }
    WriteOutcome written = write(run);
    written.problems().forEach(streams.err()::println);
    written.halves().forEach(streams.err()::println);
    if (!quiet) {
      written.notes().forEach(note -> streams.err().println("note: " + note));
    }
    report(run, written.written());
    if (written.failed()) {
      return RootCommand.FAILURE;
    }
    if (!json && !quiet) {
      lines(run);
      streams.err().println(summary(run));
    }
    return 0;
  }

  private void report(FileRun run, List<String> written) throws IOException {
    if (json) {
      print(
          JsonWriter.object(document ->
              document
                  .arrayMember(
                      "images",
                      images -> {
                        for (PlannedFile file : run.files()) {
                          for (FoundImage image : file.images()) {
                            ImageJson.write(
                                images, file.file().path(), image, image.status().toString());
                          }
                        }
                      })
                  .arrayMember("written", paths -> written.forEach(paths::element))));
    }
  }

  private void diff(FileRun run) throws IOException {
    for (PlannedFile file : run.changed()) {
      streams
          .out()
          .write(UnifiedDiff.of(shown(file), bytes(file.file().document().source()), after(file)));
    }
    streams.out().flush();
  }

  /** Relative to the working directory, as git wants it. */
  private static String shown(PlannedFile file) {
    Path path = Path.of(file.file().path());
    return path.isAbsolute()
        ? Path.of("").toAbsolutePath().relativize(path).toString()
        : path.toString();
  }

  private static byte[] after(PlannedFile file) throws IOException {
    return bytes(file.text().apply());
  }

  private static byte[] bytes(SourceText text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    text.writeTo(bytes);
    return bytes.toByteArray();
  }

  private WriteOutcome write(FileRun run) throws IOException {
    List<FileChange> changes = new ArrayList<>();
    for (PlannedFile file : run.files()) {
      if (file.file().path().equals(STANDARD_INPUT)) {
        if (!json) {
          file.text().writeTo(streams.out());
          streams.out().flush();
        }
      } else if (file.isChanged()) {
        changes.add(new FileChange(file.file(), file.text()));
      }
    }
    ManifestWriter writer = new ManifestWriter(ProcessMark.current());
    Thread interruption = new Thread(writer::abandon);
    Runtime.getRuntime().addShutdownHook(interruption);
    try {
      return writer.write(changes);
    } finally {
      Interruptions.forget(interruption);
    }
  }

  private void lines(FileRun run) {
    for (PlannedFile file : run.files()) {
      for (FoundImage image : file.images()) {
        if (image.status() == Status.PINNED || image.status() == Status.REFRESHED) {
          streams
              .err()
              .printf(
                  "%s:%d: %s -> %s%n",
                  file.file().path(),
                  image.line(),
                  image.image(),
                  image.resolved().map(Resolved::digest).map(Object::toString).orElse(""));
        }
      }
    }
  }

  /** {@code pinned 12 images (5 distinct) in 4 files; 3 had a digest, 1 skipped}. */
  private static String summary(FileRun run) {
    Set<String> distinct = new HashSet<>();
    run.files().stream()
        .flatMap(file -> file.images().stream())
        .filter(image -> image.status() == Status.PINNED)
        .forEach(image -> distinct.add(image.image()));
    long pinned = run.count(Status.PINNED);
    String text =
        "pinned %s (%d distinct) in %s"
            .formatted(
                Plural.of(pinned, "image"),
                distinct.size(),
                Plural.of(run.changed().size(), "file"));
    StringJoiner rest = new StringJoiner(", ");
    rest.setEmptyValue("");
    add(rest, run.count(Status.REFRESHED), "refreshed");
    add(rest, run.count(Status.KEPT), "had a digest");
    add(rest, run.count(Status.SKIPPED), "skipped");
    add(rest, run.count(Status.FAILED) + run.count(Status.INVALID), "kept without a digest");
    return rest.length() == 0 ? text : text + "; " + rest;
  }

  private static void add(StringJoiner joiner, long count, String what) {
    if (count > 0) {
      joiner.add(count + " " + what);
    }
  }

  private void print(String text) throws IOException {
    streams.out().write(text.getBytes(StandardCharsets.UTF_8));
    streams.out().flush();
  }
}
