package dev.digester.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lays out all files of the container image in a directory, which both the Dockerfile and {@link
 * BuildImage} take. Run by the native build: {@code java RootFiles.java PROGRAM FOLDER}.
 */
final class RootFiles {
  private static final Path LOADER = Path.of("/lib64/ld-linux-x86-64.so.2");

  /** A line of {@code ld.so --list}: {@code libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x…)}. */
  private static final Pattern LIBRARY = Pattern.compile("=> (/\\S+)");

  /** Links to the program, by which it knows which function it is to be. */
  static final List<String> FUNCTIONS =
      List.of("apply-setters", "create-setters", "list-setters", "set-image");

  /** Container runtimes want an entry for whom they start: kpt and kustomize say no one. */
  private static final String USERS = "nobody:x:65534:65534:nobody:/:/sbin/nologin\n";

  private static final String GROUPS = "nobody:x:65534:\n";

  /** Without it the C library asks a name server before it looks into /etc/hosts. */
  private static final String NAME_SERVICES = "passwd: files\ngroup: files\nhosts: files dns\n";

  /** Columns of base64 in a PEM file (RFC 7468, clause 2). */
  private static final int PEM_COLUMNS = 64;

  private final Path root;

  private RootFiles(Path root) {
    this.root = root;
  }

  public static void main(String[] args) throws Exception {
    RootFiles files = new RootFiles(Path.of(args[1]));
    files.clear();
    files.program(Path.of(args[0]));
    files.write("etc/ssl/certs/ca-certificates.crt", authorities());
    files.write("etc/passwd", USERS);
    files.write("etc/group", GROUPS);
    files.write("etc/nsswitch.conf", NAME_SERVICES);
    Files.createDirectories(files.root.resolve("tmp"));
    files.setModes();
  }

  private void clear() throws IOException {
    if (Files.exists(root)) {
      try (Stream<Path> all = Files.walk(root)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void program(Path program) throws IOException, InterruptedException {
    copy(program, "digester");
    copy(LOADER, LOADER.toString().substring(1));
    for (String library : libraries(program)) {
      copy(Path.of(library), library.substring(1));
    }
    for (String function : FUNCTIONS) {
      Files.createSymbolicLink(root.resolve(function), Path.of("digester"));
    }
  }

  /** The libraries as the loader finds them here; it looks in the same places inside the image. */
  private static List<String> libraries(Path program) throws IOException, InterruptedException {
    Process loader =
        new ProcessBuilder(LOADER.toString(), "--list", program.toAbsolutePath().toString())
            .redirectErrorStream(true)
            .start();
    String answer = new String(loader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (loader.waitFor() != 0) {
      throw new IOException("cannot tell which libraries " + program + " needs: " + answer.strip());
    }
    return LIBRARY.matcher(answer).results().map(match -> match.group(1)).toList();
  }

  /** The CAs that the JDK trusts, which are Mozilla's, in an order that never changes. */
  private static String authorities() throws IOException, GeneralSecurityException {
    KeyStore authorities =
        KeyStore.getInstance(TrustedAuthorities.jdkStore().toFile(), (char[]) null);
    var encoder = Base64.getMimeEncoder(PEM_COLUMNS, new byte[] {'\n'});
    var byAlias = new TreeMap<String, String>();
    for (String alias : Collections.list(authorities.aliases())) {
      String text = encoder.encodeToString(authorities.getCertificate(alias).getEncoded());
      byAlias.put(
          alias,
          "# %s\n-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
              .formatted(alias, text));
    }
    return String.join("", byAlias.values());
  }

  private void copy(Path file, String place) throws IOException {
    Path copy = root.resolve(place);
    Files.createDirectories(copy.getParent());
    try (InputStream in = Files.newInputStream(file)) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    copy.toFile().setExecutable(true, false);
  }

  private void write(String place, String text) throws IOException {
    Path file = root.resolve(place);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** The same whatever the umask of the build: all may read, and run what runs. */
  private void setModes() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
        boolean runs =
            Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) || Files.isExecutable(file);
        set(file, runs ? "rwxr-xr-x" : "rw-r--r--");
      }
    }
    set(root.resolve("tmp"), "rwxrwxrwx");
  }

  private static void set(Path file, String mode) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }
}
