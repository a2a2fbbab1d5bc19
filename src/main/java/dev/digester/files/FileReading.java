package dev.digester.files;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Reads many files at the same time. */
public final class FileReading {
  /** Readers at the most: more wait for the disk or for each other. */
  private static final int MOST_READERS = 8;

  /** Files for each reader at the least; fewer take less time than starting a thread. */
  private static final int WORTH_A_READER = 64;

  private final List<FoundFile> files;
  private final InputStream standardInput;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReferenceArray<FileContents> contents;

  private FileReading(List<FoundFile> files, InputStream standardInput) {
    this.files = files;
    this.standardInput = standardInput;
    this.contents = new AtomicReferenceArray<>(files.size());
  }

  /**
   * Reads what was found; all notes and problems of the search are kept.
   *
   * @param standardInput read where it was found, to its end
   */
  public static Reading read(Found found, InputStream standardInput) {
    FileReading reading = new FileReading(found.files(), standardInput);
    int readers =
        Math.min(
            Math.min(MOST_READERS, Runtime.getRuntime().availableProcessors()),
            found.files().size() / WORTH_A_READER);
    if (readers > 1) {
      reading.readWith(readers);
    } else {
      reading.readOn();
    }
    return reading.sorted(found);
  }

  private void readWith(int readers) {
    try (ExecutorService pool = Executors.newFixedThreadPool(readers - 1)) {
      List<Future<?>> others = new ArrayList<>();
      for (int i = 1; i < readers; i++) {
        others.add(pool.submit(this::readOn));
      }
      readOn();
      for (Future<?> other : others) {
        other.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while files are read", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a file cannot be read", e.getCause());
    }
  }

  private void readOn() {
    for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
      contents.set(i, FileContents.of(files.get(i), standardInput));
    }
  }

  private Reading sorted(Found found) {
    List<ManifestFile> read = new ArrayList<>(files.size());
    Map<Note.Reason, List<String>> leftOut = new EnumMap<>(Note.Reason.class);
    List<Problem> problems = new ArrayList<>(found.problems());
    for (int i = 0; i < files.size(); i++) {
      switch (contents.get(i)) {
        case FileContents.Read one -> read.add(one.file());
        case FileContents.LeftOut one ->
            leftOut.computeIfAbsent(one.reason(), _ -> new ArrayList<>()).add(one.shown());
        case FileContents.Broken one -> problems.add(one.problem());
      }
    }
    List<Note> notes = new ArrayList<>(found.notes());
    leftOut.forEach((reason, paths) -> notes.add(new Note(reason, paths)));
    return new Reading(read, notes, problems);
  }
}
