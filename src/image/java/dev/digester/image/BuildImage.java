package dev.digester.image;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
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

/**
 * Makes the container image of the files that {@link RootFiles} laid out, without a daemon: {@code
 * java BuildImage.java VERSION BUILD_FOLDER function=NAME to=HOST/REPOSITORY:TAG ca=FILE}. The last
 * three may be empty: the function that the image is to be, where to push it, and authorities to
 * trust there. Writes BUILD_FOLDER/digester-image.tar, an OCI image layout.
 */
final class BuildImage {
  private static final String NAME = "digester";

  /** The user nobody. */
  private static final String USER = "65534";

  private BuildImage() {}

  public static void main(String[] args) {
    try {
      run(args[0], Path.of(args[1]), value(args[2]), value(args[3]), value(args[4]));
    } catch (Exception e) {
      System.err.println("the image cannot be made: " + reasons(e));
      System.exit(1);
    }
  }

  private static String value(String setting) {
    return setting.substring(setting.indexOf('=') + 1);
  }

  private static void run(String version, Path target, String function, String to, String ca)
      throws Exception {
    Path root = target.resolve("rootfs");
    String program = function.isEmpty() ? NAME : function;
    if (!Files.exists(root.resolve(program))) {
      throw new IllegalArgumentException(
          "there is no " + program + " in " + root + ": build with -Pnative,image");
    }
    Path cache = Files.createDirectories(target.resolve("image-cache"));
    Path base = cache.resolve("base.tar");
    BaseImage.write(root, base);
    JibContainerBuilder image = image(base, version, "/" + program);
    TarImage archive = TarImage.at(target.resolve("digester-image.tar"));
    containerize(image, Containerizer.to(archive.named(NAME + ":" + version)), cache);
    if (!to.isEmpty()) {
      Destination destination = new Destination(ImageReference.parse(to), ca);
      JibContainer pushed = containerize(image, destination.containerizer(), cache);
      System.out.println(destination.repository() + "@" + pushed.getDigest());
    }
  }

  private static JibContainerBuilder image(Path base, String version, String entrypoint)
      throws Exception {
    return Jib.from(TarImage.at(base))
        .setFormat(ImageFormat.OCI)
        .setCreationTime(Instant.EPOCH)
        .setUser(USER)
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
