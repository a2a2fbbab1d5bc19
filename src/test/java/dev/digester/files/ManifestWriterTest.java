package dev.digester.files;

import static dev.digester.files.Trees.POD;
import static dev.digester.files.Trees.change;
import static dev.digester.files.Trees.file;
import static dev.digester.files.Trees.hidden;
import static dev.digester.files.Trees.read;
import static dev.digester.files.Trees.shell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestWriterTest {
  private static final ProcessMark SELF = ProcessMark.current();

  @TempDir Path tree;

  private static WriteOutcome write(Reading reading) {
    return new ManifestWriter(SELF).write(changes(reading));
  }

  private static List<FileChange> changes(Reading reading) {
    assertThat(reading.problems()).isEmpty();
    return reading.files().stream().map(file -> change(file, "web", "changed")).toList();
  }

  @Test
  void every_other_byte_stays() throws Exception {
    Path file = file(tree, "a.yaml", "\uFEFF# ü\r\nkind: Pod\r\nname: web # x");

    WriteOutcome outcome = write(read(tree, "."));

    assertThat(outcome.written()).containsExactly("a.yaml");
    assertThat(outcome.failed()).isFalse();
    assertThat(file).hasContent("\uFEFF# ü\r\nkind: Pod\r\nname: changed # x");
    assertThat(hidden(tree)).isEmpty();
  }

  @Test
  void permissions_stay_whatever_the_mask_takes_away() throws Exception {
    file(tree, "a.yaml", POD);
    file(tree, "b.yaml", POD);
    shell(tree, "chmod 0666 a.yaml; chmod 4711 b.yaml");

    assertThat(write(read(tree, ".")).failed()).isFalse();

    shell(tree, "test $(stat -c %a a.yaml) = 666; test $(stat -c %a b.yaml) = 4711");
  }

  @Test
  void owner_and_group_are_imposed_on_the_new_file() throws Exception {
    Path file = file(tree, "a.yaml", POD);
    UnixFile own = UnixFile.of(file);
    UnixFile other = new UnixFile(own.version(), 0640, own.uid(), own.gid(), 1);
    other.imposeOn(file);

    assertThat(UnixFile.of(file).mode()).isEqualTo(0640);
    assertThat(UnixFile.of(file).uid()).isEqualTo(own.uid());
    assertThat(UnixFile.of(file).permissions()).hasSize(3);
  }

  @Test
  void the_target_of_a_symbolic_link_is_written_and_the_link_stays() throws Exception {
    Path target = file(tree, "d/t", POD);
    Files.createSymbolicLink(tree.resolve("a.yaml"), Path.of("d/t"));

    assertThat(write(read(tree, "a.yaml")).written()).containsExactly("a.yaml");

    assertThat(tree.resolve("a.yaml")).isSymbolicLink();
    assertThat(Files.readString(target)).contains("changed");
    assertThat(hidden(tree.resolve("d"))).isEmpty();
  }

  @Test
  void other_names_of_a_file_keep_the_old_contents_and_a_note_says_so() throws Exception {
    Path file = file(tree, "a.yaml", POD);
    Files.createLink(tree.resolve("copy"), file);

    WriteOutcome outcome = write(read(tree, "."));

    assertThat(Files.readString(file)).contains("changed");
    assertThat(tree.resolve("copy")).hasContent(POD);
    assertThat(outcome.notes())
        .extracting(Note::toString)
        .containsExactly("a.yaml: has other names (hard links), which keep the old contents");
  }

  @Test
  void nothing_is_written_where_one_file_has_changed_since_it_was_read() throws Exception {
    Path a = file(tree, "a.yaml", POD);
    Path b = file(tree, "b.yaml", POD);
    FileTime time = Files.getLastModifiedTime(b);
    Reading reading = read(tree, ".");
    Files.writeString(b, POD.replace("web", "wow"));
    Files.setLastModifiedTime(b, time);

    WriteOutcome outcome = new ManifestWriter(SELF).write(changes(reading));

    assertThat(outcome.problems())
        .extracting(Problem::toString)
        .containsExactly("b.yaml: changed on disk since it was read: run digester again");
    assertThat(outcome.written()).isEmpty();
    assertThat(outcome.unwritten()).containsExactly("a.yaml", "b.yaml");
    assertThat(outcome.halves()).isEmpty();
    assertThat(a).hasContent(POD);
  }

  @Test
  void a_file_that_was_only_touched_has_not_changed() throws Exception {
    Path a = file(tree, "a.yaml", POD);
    Reading reading = read(tree, ".");
    Files.setLastModifiedTime(a, FileTime.from(Instant.EPOCH));

    assertThat(new ManifestWriter(SELF).write(changes(reading)).written()).hasSize(1);
  }

  @Test
  void files_that_are_gone_read_only_or_no_files_are_refused_before_any_is_written()
      throws Exception {
    file(tree, "a.yaml", POD);
    file(tree, "b.yaml", POD);
    file(tree, "c.yaml", POD);
    Reading reading = read(tree, ".");
    shell(tree, "rm a.yaml; chmod 0444 b.yaml");

    WriteOutcome outcome = new ManifestWriter(SELF).write(changes(reading));

    assertThat(outcome.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "a.yaml: was removed since it was read; nothing is written: run digester again",
            "b.yaml: is read-only; nothing is written: make it writable (chmod u+w)");
    assertThat(tree.resolve("c.yaml")).hasContent(POD);
    WriteOutcome stream = new ManifestWriter(SELF).write(changes(Trees.readInput(POD)));
    assertThat(stream.problems())
        .extracting(Problem::toString)
        .containsExactly("-: cannot be written: is not a regular file");
  }

  @Test
  void a_failure_half_way_names_what_is_written_and_what_is_not() throws Exception {
    Trees.pods(tree, "a.yaml", "b.yaml", "c.yaml");
    ManifestWriter writer =
        new ManifestWriter(
            SELF,
            (from, to) -> {
              if (to.endsWith("b.yaml")) {
                throw new FileSystemException(to.toString(), null, "Input/output error");
              }
              Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            });

    WriteOutcome outcome = writer.write(changes(read(tree, ".")));

    assertThat(outcome.problems())
        .extracting(Problem::toString)
        .containsExactly("b.yaml: cannot be replaced: input/output error");
    assertThat(outcome.halves())
        .extracting(Problem::toString)
        .containsExactly("a.yaml: is written", "b.yaml: is not written", "c.yaml: is not written");
    assertThat(Files.readString(tree.resolve("a.yaml"))).contains("changed");
    assertThat(tree.resolve("c.yaml")).hasContent(POD);
    assertThat(hidden(tree)).isEmpty();
  }

  @Test
  void a_file_that_changes_while_others_are_replaced_is_not_replaced() throws Exception {
    Trees.pods(tree, "a.yaml", "b.yaml");
    ManifestWriter writer =
        new ManifestWriter(
            SELF,
            (from, to) -> {
              Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
              Files.writeString(tree.resolve("b.yaml"), "mine");
            });

    assertThat(writer.write(changes(read(tree, "."))).unwritten()).containsExactly("b.yaml");

    assertThat(tree.resolve("b.yaml")).hasContent("mine");
  }

  @Test
  void a_writer_that_was_abandoned_writes_nothing() throws Exception {
    file(tree, "a.yaml", POD);
    ManifestWriter writer = new ManifestWriter(SELF);
    List<FileChange> changes = changes(read(tree, "."));
    writer.abandon();

    assertThat(writer.write(changes).problems())
        .extracting(Problem::toString)
        .containsExactly("a.yaml: interrupted; nothing is written");
    assertThat(tree.resolve("a.yaml")).hasContent(POD);
    assertThat(hidden(tree)).isEmpty();
  }

  @Test
  void a_run_removes_what_killed_runs_left_and_nothing_else() throws Exception {
    Trees.pods(tree, "a.yaml");
    InstantSource now = InstantSource.fixed(Instant.parse("2026-01-02T00:00:00Z"));
    FileTime old = FileTime.from(Instant.parse("2026-01-01T22:59:59Z"));
    FileTime young = FileTime.from(Instant.parse("2026-01-01T23:00:01Z"));
    long gone = finishedProcess();
    leftover(new ProcessMark(SELF.machine(), gone, 1), young);
    leftover(new ProcessMark(SELF.machine(), SELF.pid(), SELF.start() - 60_000), young);
    leftover(new ProcessMark("01234567", 1, 1), old);
    String ours = leftover(SELF, old);
    String foreign = leftover(new ProcessMark("01234567", 2, 1), young);
    file(tree, ".digester-notes.tmp", "mine");
    Files.createDirectory(tree.resolve(".digester-01234567-3-1-0.tmp"));

    int removed = new Leftovers(SELF, now).remove(Trees.find(tree, ".").leftovers());

    assertThat(removed).isEqualTo(3);
    assertThat(hidden(tree))
        .containsExactlyInAnyOrder(
            ours, foreign, ".digester-notes.tmp", ".digester-01234567-3-1-0.tmp");
  }

  private static long finishedProcess() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    return process.pid();
  }

  private String leftover(ProcessMark owner, FileTime time) throws IOException {
    String name = new TemporaryName(owner, 0).toString();
    Files.setLastModifiedTime(file(tree, name, "x"), time);
    return name;
  }
}
