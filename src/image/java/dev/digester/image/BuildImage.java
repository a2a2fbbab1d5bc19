package dev.digester.image;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the container image of the files that {@link RootFiles} laid out, without a daemon: {@code
 * java BuildImage.java VERSION BUILD_FOLDER file=TAR function=NAME to=HOST/REPOSITORY:TAG ca=FILE}.
 *
 * @param version of the program
 * @param target the build directory
 * @param file the archive to write, an OCI image layout
 * @param program the name of the program that the image starts
 * @param destination where to push the image as well
 * @param ca a PEM file of CAs to trust there
 */
record BuildImage(
    String version,
    Path target,
    Path file,
    String program,
    Optional<Destination> destination,
    Optional<Path> ca) {
  private static final String NAME = "digester";

  /** The user no one. */
  private static final String USER = "65534";

  /** What builders of a Dockerfile set; where a credential helper would be mounted. */
  private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  public static void main(String[] args) {
    try {
      parse(args).run();
    } catch (Exception e) {
      System.err.println("the image cannot be made: " + reasons(e));
      System.exit(1);
    }
  }

  private static BuildImage parse(String[] args) {
    return new BuildImage(
        args[0],
        Path.of(args[1]),
        Path.of(setting(args[2]).orElseThrow()),
        program(setting(args[3])),
        setting(args[4]).map(Destination::parse),
        setting(args[5]).map(Path::of));
  }

  private static Optional<String> setting(String argument) {
    return Optional.of(argument.substring(argument.indexOf('=') + 1))
        .filter(value -> !value.isEmpty());
  }

  private static String program(Optional<String> function) {
    String name = function.orElse(NAME);
    if (name.equals(NAME) || RootFiles.FUNCTIONS.contains(name)) {
      return name;
    }
    throw new IllegalArgumentException(
        "image.function is %s: it must be %s or one of %s"
            .formatted(name, NAME, String.join(", ", RootFiles.FUNCTIONS)));
  }

  private void run() throws Exception {
    if (ca.isPresent()) {
      TrustedAuthorities.add(ca.get());
    }
    Path cache = Files.createDirectories(target.resolve("image-cache"));
    Path base = cache.resolve("base.tar");
    BaseImage.write(rootFiles(), base);
    JibContainerBuilder image = image(base, version, "/" + program);
    TarImage archive = TarImage.at(file).named(program + ":" + version);
    containerize(image, Containerizer.to(archive), cache);
    if (destination.isPresent()) {
      JibContainer pushed = containerize(image, destination.get().containerizer(), cache);
      System.out.println(destination.get().name() + "@" + pushed.getDigest());
    }
  }

  private Path rootFiles() {
    Path root = target.resolve("rootfs");
    if (!Files.isExecutable(root.resolve(NAME))) {
      throw new IllegalArgumentException(
          "there is no " + NAME + " in " + root + ": build with -Pnative,image");
    }
    return root;
  }

  private static JibContainerBuilder image(Path base, String version, String entrypoint)
      throws Exception {
    return Jib.from(TarImage.at(base))
        .setFormat(ImageFormat.OCI)
        .setCreationTime(Instant.EPOCH)
        .setUser(USER)
        .addEnvironmentVariable("PATH", PATH)
        .setEntrypoint(entrypoint)
        .setLabels(
            Map.of(
                "org.opencontainers.image.title",
                NAME,
                "org.opencontainers.image.description",
                "Pins container images in Kubernetes manifests to their digests",
                "org.opencontainers.image.licenses",
                "Apache-2.0",
                "org.opencontainers.image.version",
                version));
  }

  private static JibContainer containerize(
      JibContainerBuilder image, Containerizer containerizer, Path cache) throws Exception {
    return image.containerize(
        containerizer
            .setToolName(NAME)
            .setBaseImageLayersCache(cache)
            .setApplicationLayersCache(cache));
  }

  private static String reasons(Throwable failure) {
    List<String> reasons = new ArrayList<>();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null && !reasons.contains(cause.getMessage())) {
        reasons.add(cause.getMessage());
      }
    }
    return String.join(": ", reasons);
  }
}
