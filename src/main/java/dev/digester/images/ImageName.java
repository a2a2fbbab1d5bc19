package dev.digester.images;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image taken apart as kustomize does it: at the first {@code :} and {@code @} behind the first
 * slash, whether or not the parts are what a reference may have. Templates such as {@code
 * nginx:{TAG}} are images to it as well.
 *
 * @param name what stands in front
 * @param tag without its colon; empty where there is none
 * @param digest without its at sign; empty where there is none
 */
record ImageName(String name, String tag, String digest) {
  private static final String CHARS = "[A-Za-z0-9_.{}-]*";

  /** An algorithm of the OCI image specification: {@code sha256}, {@code multihash+base58}. */
  private static final String ALGORITHM = "[A-Za-z0-9]+(?:[+._-][A-Za-z0-9]+)*";

  private static final String TAG = "(:" + CHARS + ")?";
  private static final String DIGEST = "(@" + ALGORITHM + ":" + CHARS + ")?";

  private static final Pattern LAST_TAG = Pattern.compile("(?s)(.*):" + CHARS);
  private static final Pattern LAST_DIGEST = Pattern.compile("(?s)(.*)@" + ALGORITHM + ":" + CHARS);

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
   * All names of which an image is the name alone, with a tag, with a digest, or with both. They
   * are few, so that an entry can be found by its name among any number.
   */
  static List<String> namesOf(String image) {
    List<String> names = new ArrayList<>();
    names.add(image);
    addShorter(names, LAST_TAG, image);
    Matcher digest = LAST_DIGEST.matcher(image);
    if (digest.matches()) {
      names.add(digest.group(1));
      addShorter(names, LAST_TAG, digest.group(1));
    }
    return names;
  }

  private static void addShorter(List<String> names, Pattern end, String image) {
    Matcher matcher = end.matcher(image);
    if (matcher.matches()) {
      names.add(matcher.group(1));
    }
  }

  /** What matches an image whose name an expression matches, all of it. */
  static Pattern pattern(String nameExpression) {
    return Pattern.compile("(?:" + nameExpression + ")" + TAG + DIGEST);
  }

  @Override
  public String toString() {
    return name + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
  }
}
