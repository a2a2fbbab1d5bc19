package dev.digester.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a cache. Nothing here fails: a cache that does not work is an empty one. */
public final class DiskCache {
  /** Under the directory that the user names, so that we own all that is in it. */
  private static final String OWN = "answers-v1";

  private static final String KEY = "key";
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern TEMPORARY = Pattern.compile("\\.new-[0-9a-f]{16}");

  /** In bytes; an answer has some hundred, one with many platforms some thousand. */
  private static final long LARGEST = 1 << 20;

  private static final FileAttribute<Set<PosixFilePermission>> ONLY_USER_ENTERS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> ONLY_USER_READS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Path directory;
  private final Path own;
  private final SecureRandom random = new SecureRandom();
  private @Nullable CacheKey key;

  /**
   * A cache that need not exist yet.
   *
   * @param directory made with permissions for its user only when the first answer is kept
   */
  public DiskCache(Path directory) {
    this.directory = directory;
    this.own = directory.resolve(OWN);
  }

  /** An entry as it was found. */
  record Entry(String identity, CachedAnswer answer) {}

  /** The key, if there is one that only this user knows. */
  synchronized Optional<CacheKey> key() {
    if (key == null) {
      key = readKey().orElse(null);
    }
    return Optional.ofNullable(key);
  }

  /** The key, made where there is none. */
  synchronized Optional<CacheKey> keyToWrite() {
    if (key().isEmpty()) {
      try {
        makeKey();
      } catch (IOException | UnsupportedOperationException e) {
        return Optional.empty();
      }
    }
    return key();
  }

  private Optional<CacheKey> readKey() {
    Path file = own.resolve(KEY);
    try {
      if (isOpen(own) || isOpen(file) || Files.size(file) != CacheKey.LENGTH) {
        return Optional.empty();
      }
      return Optional.of(new CacheKey(Files.readAllBytes(file)));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  /** Whether someone else may read or write a file, so that it is not ours to trust. */
  private static boolean isOpen(Path file) throws IOException {
    Set<PosixFilePermission> permissions =
        Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
    return permissions.stream().anyMatch(OTHERS::contains);
  }

  /** Of several processes that make one, the first wins: a link is made or is there. */
  private void makeKey() throws IOException {
    Files.createDirectories(directory, ONLY_USER_ENTERS);
    Files.createDirectories(own, ONLY_USER_ENTERS);
    byte[] bytes = new byte[CacheKey.LENGTH];
    random.nextBytes(bytes);
    Path temporary = write(own, bytes);
    try {
      Files.createLink(own.resolve(KEY), temporary);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private Path write(Path in, byte[] bytes) throws IOException {
    Path file = in.resolve(".new-%016x".formatted(random.nextLong()));
    Files.createFile(file, ONLY_USER_READS);
    try {
      return Files.write(file, bytes, StandardOpenOption.WRITE);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** The whole entries of an image. */
  List<Entry> find(CacheKey with, String image) {
    List<Entry> entries = new ArrayList<>();
    for (Path file : files(own.resolve(with.hash(image)))) {
      String identity = file.getFileName().toString();
      if (HASH.matcher(identity).matches()) {
        read(with, file)
            .filter(answer -> answer.image().equals(image))
            .ifPresent(answer -> entries.add(new Entry(identity, answer)));
      }
    }
    return entries;
  }

  private static Optional<CachedAnswer> read(CacheKey with, Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      String text = new String(Files.readAllBytes(file), UTF_8);
      int end = text.lastIndexOf('\n');
      return end > 0
              && with.hash(identity(file), text.substring(0, end)).equals(text.substring(end + 1))
          ? CachedAnswer.parse(text.substring(0, end))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String identity(Path file) {
    return file.getFileName().toString();
  }

  /** Keeps an entry, in place of the one before. */
  void put(CacheKey with, Entry entry) {
    try {
      Path image = own.resolve(with.hash(entry.answer().image()));
      Files.createDirectories(image, ONLY_USER_ENTERS);
      String text = entry.answer().text();
      String sealed = text + "\n" + with.hash(entry.identity(), text);
      replace(write(image, sealed.getBytes(UTF_8)), image.resolve(entry.identity()));
    } catch (IOException | UnsupportedOperationException e) {
      // The next run asks again.
    }
  }

  private static void replace(Path temporary, Path file) throws IOException {
    try {
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** All whole entries, by image. */
  public List<CachedAnswer> list() {
    Optional<CacheKey> with = key();
    return with.stream()
        .flatMap(this::answers)
        .sorted(Comparator.comparing(CachedAnswer::image))
        .toList();
  }

  private Stream<CachedAnswer> answers(CacheKey with) {
    return images().stream()
        .flatMap(image -> files(image).stream())
        .filter(file -> HASH.matcher(identity(file)).matches())
        .flatMap(file -> read(with, file).stream());
  }

  /**
   * Removes what a cache has written, and directories that are empty then; other files stay.
   *
   * @return how many answers there were
   */
  public synchronized int clear() {
    int answers = 0;
    for (Path image : images()) {
      for (Path file : files(image)) {
        answers += HASH.matcher(identity(file)).matches() && delete(file) ? 1 : 0;
      }
      clearTemporary(image);
      delete(image);
    }
    clearTemporary(own);
    delete(own.resolve(KEY));
    delete(own);
    key = null;
    return answers;
  }

  private static void clearTemporary(Path in) {
    for (Path file : files(in)) {
      if (TEMPORARY.matcher(identity(file)).matches()) {
        delete(file);
      }
    }
  }

  private List<Path> images() {
    return files(own).stream().filter(file -> HASH.matcher(identity(file)).matches()).toList();
  }

  private static boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      return false;
    }
  }

  private static List<Path> files(Path in) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(in)) {
      stream.forEach(files::add);
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    return files;
  }
}
