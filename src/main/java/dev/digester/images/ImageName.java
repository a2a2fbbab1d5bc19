package dev.digester.images;

import dev.digester.config.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An image taken apart as kustomize does it: at the first {@code :} and {@code @} after the first
 * slash, whether or not the parts are what a reference may have. Templates such as {@code
 * nginx:{TAG}} are images to it as well.
 *
 * @param name what is in front
 * @param tag without its colon; empty where there is none
 * @param digest without its at sign; empty where there is none
 */
record ImageName(String name, String tag, String digest) {
  private static final String CHARS = "[A-Za-z0-9_.{}-]*";

  /** An algorithm of the OCI image specification: {@code sha256}, {@code multihash+base58}. */
  private static final String ALGORITHM = "[A-Za-z0-9]+(?:[+._-][A-Za-z0-9]+)*";

  private static final String TAG = "(:" + CHARS + ")?";
  private static final String DIGEST = "(@" + ALGORITHM + ":" + CHARS + ")?";

  private static final Pattern ALGORITHM_ALONE = Pattern.compile(ALGORITHM);

  static ImageName split(String image) {
    int slash = Math.max(0, image.indexOf('/'));
    int at = image.indexOf('@', slash);
    int colon = image.indexOf(':', slash);
    boolean tagged = colon >= 0 && (at < 0 || colon < at);
    int end = at < 0 ? image.length() : at;
    return new ImageName(
        image.substring(0, tagged ? colon : end),
        tagged ? image.substring(colon + 1, end) : "",
        at < 0 ? "" : image.substring(at + 1));
  }

  /**
   * All names of which an image is the name only, with a tag, with a digest, or with both. They are
   * few, so that an entry can be found by its name among any number.
   */
  static List<String> namesOf(String image) {
    List<String> names = new ArrayList<>();
    names.add(image);
    int colon = colonOfTag(image);
    if (colon >= 0) {
      names.add(image.substring(0, colon));
      addWithoutDigest(names, image, colon);
    }
    return names;
  }

  /** The last colon of a text, if nothing but characters of tags and digests follows; else -1. */
  private static int colonOfTag(String text) {
    int at = text.length() - 1;
    while (at >= 0 && isInTag(text.charAt(at))) {
      at--;
    }
    return at >= 0 && text.charAt(at) == ':' ? at : -1;
  }

  /** As {@link #CHARS}. */
  private static boolean isInTag(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "_.{}-".indexOf(c) >= 0;
  }

  private static void addWithoutDigest(List<String> names, String image, int colon) {
    int at = image.lastIndexOf('@', colon);
    if (at >= 0 && ALGORITHM_ALONE.matcher(image).region(at + 1, colon).matches()) {
      String rest = image.substring(0, at);
      names.add(rest);
      int tag = colonOfTag(rest);
      if (tag >= 0) {
        names.add(rest.substring(0, tag));
      }
    }
  }

  /** What matches an image whose name an expression matches, all of it. */
  static Expression expression(String nameExpression) {
    return Expression.of("name", "(?:" + nameExpression + ")" + TAG + DIGEST);
  }

  @Override
  public String toString() {
    return name + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
  }
}
