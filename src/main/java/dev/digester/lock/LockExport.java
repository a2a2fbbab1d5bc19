package dev.digester.lock;

import dev.digester.document.edit.Spelling;
import dev.digester.reference.ImageReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes a lock as other tools read it, sorted, with a line end at the end. Tools that compare
 * strings get the spelling of the manifests.
 */
public enum LockExport {
  /** A Config of kbld with preresolved overrides. */
  KBLD {
    @Override
    String write(Map<String, LockEntry> spelled) {
      StringBuilder text =
          new StringBuilder(
              """
              apiVersion: kbld.k14s.io/v1alpha1
              kind: Config
              minimumRequiredVersion: 0.20.0
              """);
      text.append(spelled.isEmpty() ? "overrides: []\n" : "overrides:\n");
      spelled.forEach((image, entry) ->
          text.append("- image: ")
              .append(EntryText.plain(image))
              .append("\n  newImage: ")
              .append(EntryText.plain(byDigest(entry)))
              .append("\n  preresolved: true\n"));
      return text.toString();
    }
  },
  /** An ImagesLock of imgpkg, each entry with the id that kbld looks for. */
  IMGPKG {
    @Override
    String write(Map<String, LockEntry> spelled) {
      StringBuilder text = new StringBuilder("apiVersion: imgpkg.carvel.dev/v1alpha1\n");
      text.append(spelled.isEmpty() ? "images: []\n" : "images:\n");
      spelled.forEach((image, entry) ->
          text.append("- annotations:\n    kbld.carvel.dev/id: ")
              .append(EntryText.plain(image))
              .append("\n  image: ")
              .append(EntryText.plain(byDigest(entry)))
              .append("\n"));
      return text.append("kind: ImagesLock\n").toString();
    }
  },
  /** The images of a Kustomization. */
  KUSTOMIZATION {
    @Override
    String write(Map<String, LockEntry> spelled) {
      StringBuilder text =
          new StringBuilder(
              """
              apiVersion: kustomize.config.k8s.io/v1beta1
              kind: Kustomization
              """);
      text.append(spelled.isEmpty() ? "images: []\n" : "images:\n");
      byName(spelled)
          .forEach((name, entry) ->
              text.append("- digest: ")
                  .append(entry.digest())
                  .append("\n  name: ")
                  .append(EntryText.plain(name))
                  .append("\n  newTag: ")
                  .append(tag(entry.name().asked()))
                  .append("\n"));
      return text.toString();
    }
  },
  /** A list of names and digests. */
  JSON {
    @Override
    String write(Map<String, LockEntry> spelled) {
      List<String> lines = new ArrayList<>();
      spelled.forEach((image, entry) ->
          lines.add(
              "  {\"name\": %s, \"digest\": \"%s\"}"
                  .formatted(Spelling.doubleQuoted(image), entry.digest())));
      return lines.isEmpty() ? "[]\n" : "[\n" + String.join(",\n", lines) + "\n]\n";
    }
  };

  /**
   * The lock in this format.
   *
   * @param written the images of the manifests; where empty, the names are the lock's own,
   *     normalized. An image that the lock lacks is left out
   * @throws LockException if a format with one tag for a name gets two
   */
  public String text(ImageLock lock, Collection<ImageReference> written) {
    Map<String, LockEntry> spelled = new TreeMap<>();
    if (written.isEmpty()) {
      lock.entries().forEach(entry -> spelled.put(entry.canonical(), entry));
    }
    for (ImageReference reference : written) {
      if (reference.digest().isEmpty()) {
        lock.find(reference).ifPresent(entry -> spelled.put(reference.written(), entry));
      }
    }
    return write(spelled);
  }

  abstract String write(Map<String, LockEntry> spelled);

  private static String byDigest(LockEntry entry) {
    return "%s/%s@%s".formatted(entry.name().host(), entry.name().repository(), entry.digest());
  }

  private static Map<String, LockEntry> byName(Map<String, LockEntry> spelled) {
    Map<String, LockEntry> byName = new LinkedHashMap<>();
    spelled.forEach((image, entry) -> {
      String name = withoutTag(ImageReference.parse(image));
      LockEntry before = byName.putIfAbsent(name, entry);
      if (before != null && !before.name().asked().equals(entry.name().asked())) {
        throw new LockException(
            "%s has the tags %s and %s, and a Kustomization sets one tag for a name; export another format"
                .formatted(name, before.name().asked(), entry.name().asked()));
      }
    });
    return byName;
  }

  private static String withoutTag(ImageReference reference) {
    String written = reference.written();
    return reference
        .tag()
        .map(tag -> written.substring(0, written.length() - tag.length() - 1))
        .orElse(written);
  }

  /** In quotes where a reader could take it for something else than a string. */
  private static String tag(String tag) {
    boolean plain =
        tag.matches("[A-Za-z][A-Za-z0-9._-]*+|[0-9]+(\\.[0-9]+){2,}[A-Za-z0-9._-]*+")
            && !WORDS.contains(tag.toLowerCase(Locale.ROOT));
    return plain ? tag : Spelling.doubleQuoted(tag);
  }

  private static final List<String> WORDS =
      List.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

  /** The formats by their names. */
  public static final String NAMES =
      List.of(values()).stream()
          .map(format -> format.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", "));
}
