package dev.digester.files;

import dev.digester.files.WriteTarget.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes files, all or none: first each is compared with what was read, then the new contents of
 * all of them are written beside them, then they take the files' places. Nothing but a failure of
 * the last step leaves some written and some not, and each file holds wholly the old or wholly the
 * new contents at any time.
 *
 * <p>A symbolic link stays, its target is written. A name of a file that has others (a hard link)
 * becomes a file of its own, as with git: the others may belong to a copy that must not change.
 * Nothing is forced onto the disk: after a crash of the machine git has the old contents.
 */
public final class ManifestWriter {
  private final ProcessMark self;
  private final Rename rename;

  /** Held while files are made, and while they take their places. */
  private final ReentrantLock lock = new ReentrantLock();

  private final List<StagedFile> staged = new ArrayList<>();
  private long number;
  private boolean abandoned;

  /**
   * A writer for one run.
   *
   * @param self names the temporary files
   */
  public ManifestWriter(ProcessMark self) {
    this(self, (from, to) -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE));
  }

  ManifestWriter(ProcessMark self, Rename rename) {
    this.self = self;
    this.rename = rename;
  }

  /** Writes files, each named once. */
  public WriteOutcome write(List<FileChange> changes) {
    List<Problem> problems = new ArrayList<>();
    List<WriteTarget> targets = targets(changes, problems);
    if (problems.isEmpty()) {
      stage(targets, problems);
    }
    if (!problems.isEmpty()) {
      discard();
      return nothing(changes, problems);
    }
    return replace(changes);
  }

  /**
   * Gives up, from another thread: before the first file is replaced none will be, and no temporary
   * file is left; once the first is, the rest is waited for, since it takes no time. A shell calls
   * it when a signal ends the process.
   */
  public void abandon() {
    lock.lock();
    try {
      abandoned = true;
      discard();
    } finally {
      lock.unlock();
    }
  }

  private static List<WriteTarget> targets(List<FileChange> changes, List<Problem> problems) {
    List<WriteTarget> targets = new ArrayList<>(changes.size());
    for (FileChange change : changes) {
      try {
        targets.add(WriteTarget.of(change));
      } catch (Refused e) {
        problems.add(e.problem());
      }
    }
    return targets;
  }

  /** Until the first that fails: what one file does not find room for, the next does not either. */
  private void stage(List<WriteTarget> targets, List<Problem> problems) {
    for (int i = 0; i < targets.size() && problems.isEmpty(); i++) {
      stage(targets.get(i), problems);
    }
  }

  private void stage(WriteTarget target, List<Problem> problems) {
    lock.lock();
    try {
      if (abandoned) {
        problems.add(Problem.of(target.shown(), "interrupted; nothing is written"));
        return;
      }
      StagedFile file = StagedFile.of(target, new TemporaryName(self, number++));
      staged.add(file);
      file.write();
    } catch (IOException e) {
      problems.add(
          Problem.of(
              target.shown(),
              "cannot be written beside itself: %s; nothing is written".formatted(Reasons.of(e))));
    } finally {
      lock.unlock();
    }
  }

  private WriteOutcome replace(List<FileChange> changes) {
    lock.lock();
    try {
      List<String> written = new ArrayList<>();
      List<String> linked = new ArrayList<>();
      List<Problem> problems = new ArrayList<>();
      if (abandoned && !changes.isEmpty()) {
        problems.add(
            Problem.of(changes.getFirst().file().path(), "interrupted; nothing is written"));
      }
      for (int i = 0; i < staged.size() && problems.isEmpty(); i++) {
        replace(staged.get(i), written, problems);
      }
      staged.subList(0, written.size()).stream()
          .map(StagedFile::target)
          .filter(target -> target.found().links() > 1)
          .forEach(target -> linked.add(target.shown()));
      staged.subList(0, written.size()).clear();
      return outcome(changes, written, linked, problems);
    } finally {
      discard();
      lock.unlock();
    }
  }

  private void replace(StagedFile file, List<String> written, List<Problem> problems) {
    try {
      file.target().requireUnchanged();
      rename.rename(file.temporary(), file.target().real());
      written.add(file.target().shown());
    } catch (Refused e) {
      problems.add(e.problem());
    } catch (IOException e) {
      problems.add(Problem.of(file.target().shown(), "cannot be replaced: " + Reasons.of(e)));
    }
  }

  private static WriteOutcome outcome(
      List<FileChange> changes, List<String> written, List<String> linked, List<Problem> problems) {
    List<String> unwritten =
        changes.stream().skip(written.size()).map(change -> change.file().path()).toList();
    List<Note> notes =
        linked.isEmpty() ? List.of() : List.of(new Note(Note.Reason.HARD_LINK, linked));
    return new WriteOutcome(written, unwritten, problems, notes);
  }

  private static WriteOutcome nothing(List<FileChange> changes, List<Problem> problems) {
    return outcome(changes, List.of(), List.of(), problems);
  }

  private void discard() {
    lock.lock();
    try {
      staged.forEach(StagedFile::discard);
      staged.clear();
    } finally {
      lock.unlock();
    }
  }
}
