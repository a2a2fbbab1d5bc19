package dev.digester.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path to any number of fields: {@code spec/template/spec/containers[]/env[name=IMAGE_*]/value}.
 *
 * <p>Between slashes stands a key, with {@code []} after it for each element of the list that it
 * holds, or with {@code [name=GLOB]} for the elements whose {@code name} matches; either may stand
 * only. A {@code *} only is each value of a mapping or element of a list. A slash inside a key is
 * written {@code \/}.
 *
 * @param segments the steps from the root, at least one
 */
public record FieldPattern(List<Segment> segments) {
  private static final Pattern SLASH = Pattern.compile("(?<!\\\\)/");
  private static final Pattern FORM =
      Pattern.compile("([^\\[\\]]*+)(\\[(?:([^\\[\\]=]+)=([^\\[\\]]+))?])?");

  private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*]");
  private static final Pattern INDEX = Pattern.compile("\\[([0-9]+|\\*)]");
  private static final Pattern ROOT = Pattern.compile("^\\$?\\.");
  private static final Pattern DOT = Pattern.compile("\\.(?![^\\[]*])");

  /** One step. */
  public sealed interface Segment {
    /** The value under a key of a mapping. */
    record Key(dev.digester.document.Key key) implements Segment {
      /** The value under the key that reads so. */
      public Key(String name) {
        this(dev.digester.document.Key.of(name));
      }
    }

    /** Each element of a list. */
    record Each() implements Segment {}

    /**
     * The elements of a list that are mappings and hold, under a key, a text that a glob matches.
     */
    record Matching(String key, Glob glob) implements Segment {}

    /** Each value of a mapping, or each element of a list. */
    record Any() implements Segment {}
  }

  public FieldPattern {
    segments = List.copyOf(segments);
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if the text is not a path
   */
  public static FieldPattern parse(String text) {
    String path = text.startsWith("/") ? text.substring(1) : text;
    List<Segment> segments = new ArrayList<>();
    for (String part : SLASH.split(path, -1)) {
      parse(part.replace("\\/", "/"), text, segments);
    }
    return new FieldPattern(segments);
  }

  /**
   * Reads what people write, of whom many are used to other paths.
   *
   * @throws IllegalArgumentException as {@link #parse}, and for a path with dots in place of
   *     slashes
   */
  static FieldPattern written(String text) {
    if (text.indexOf('/') < 0 && BRACKETS.matcher(text).replaceAll("").indexOf('.') >= 0) {
      throw new IllegalArgumentException(
          "must have slashes between keys: write %s, or /%s if that is one key"
              .formatted(slashed(text), text));
    }
    return parse(text);
  }

  /** {@code $.spec.list[0].image} and {@code .spec.list[*].image} are {@code spec/list[]/image}. */
  private static String slashed(String text) {
    String path = ROOT.matcher(text).replaceFirst("");
    return DOT.matcher(INDEX.matcher(path).replaceAll("[]")).replaceAll("/");
  }

  private static void parse(String part, String text, List<Segment> segments) {
    Matcher form = FORM.matcher(part);
    if (part.isEmpty() || !form.matches()) {
      throw new IllegalArgumentException(
          "must be a path of keys, key[], key[name=GLOB] and * between slashes, but "
              + Words.literal(text)
              + (part.isEmpty() ? " has an empty part" : " has " + Words.literal(part)));
    }
    String key = form.group(1);
    if (!key.isEmpty()) {
      segments.add(key.equals("*") ? new Segment.Any() : new Segment.Key(key));
    }
    if (form.group(2) != null) {
      segments.add(
          form.group(3) == null
              ? new Segment.Each()
              : new Segment.Matching(form.group(3), new Glob(form.group(4))));
    }
  }

  /** As it is written. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Segment segment : segments) {
      switch (segment) {
        case Segment.Key(dev.digester.document.Key key) ->
            step(text).append(key.toString().replace("/", "\\/"));
        case Segment.Any() -> step(text).append('*');
        case Segment.Each() -> text.append("[]");
        case Segment.Matching(String key, Glob glob) ->
            text.append('[').append(key).append('=').append(glob.text()).append(']');
      }
    }
    return text.toString();
  }

  private static StringBuilder step(StringBuilder text) {
    return text.isEmpty() ? text : text.append('/');
  }
}
