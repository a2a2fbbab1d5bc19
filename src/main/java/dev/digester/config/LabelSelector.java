package dev.digester.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Requirements on labels, all of which must hold: {@code app=web,tier!=cache,env in (dev, stage)}.
 *
 * @param requirements none where everything is selected
 * @param text as written
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors">Kubernetes,
 *     label selectors</a>
 */
public record LabelSelector(List<Requirement> requirements, String text) {
  /** A comma that no closing parenthesis follows before an opening one. */
  private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))");

  private static final String KEY = "([A-Za-z0-9][-A-Za-z0-9_./]*)";
  private static final String VALUE = "([-A-Za-z0-9_.]*)";

  private static final Pattern EXISTS = Pattern.compile("(!?)\\s*" + KEY);
  private static final Pattern EQUALS = Pattern.compile(KEY + "\\s*(==?|!=)\\s*" + VALUE);
  private static final Pattern IN =
      Pattern.compile(KEY + "\\s+(in|notin)\\s*\\((?!\\s*\\))([^()]*)\\)");

  private static final Pattern COMPARES = Pattern.compile(KEY + "\\s*([<>])\\s*(\\S+)");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");

  /** What the value of one label must be. */
  public sealed interface Requirement {
    String key();

    /** The label is one of the values. */
    record In(String key, Set<String> values) implements Requirement {}

    /** The label is none of the values, or not there. */
    record NotIn(String key, Set<String> values) implements Requirement {}

    /** The label is there, whatever its value. */
    record Exists(String key) implements Requirement {}

    /** The label is not there. */
    record Absent(String key) implements Requirement {}

    /** The label is a whole number, greater than another. */
    record Greater(String key, long number) implements Requirement {}

    /** The label is a whole number, less than another. */
    record Less(String key, long number) implements Requirement {}
  }

  public LabelSelector {
    requirements = List.copyOf(requirements);
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if the text is not a selector
   */
  public static LabelSelector parse(String text) {
    if (text.isBlank()) {
      return new LabelSelector(List.of(), text);
    }
    return new LabelSelector(
        Arrays.stream(COMMA.split(text, -1)).map(part -> requirement(part.strip(), text)).toList(),
        text);
  }

  /**
   * Whether labels meet all requirements.
   *
   * @param labels the value of a label, empty where it is not there
   */
  public boolean matches(Function<String, Optional<String>> labels) {
    return requirements.stream().allMatch(wanted -> holds(wanted, labels.apply(wanted.key())));
  }

  private static boolean holds(Requirement wanted, Optional<String> label) {
    return switch (wanted) {
      case Requirement.In in -> label.filter(in.values()::contains).isPresent();
      case Requirement.NotIn not -> label.filter(not.values()::contains).isEmpty();
      case Requirement.Exists _ -> label.isPresent();
      case Requirement.Absent _ -> label.isEmpty();
      case Requirement.Greater(_, long number) -> compare(label, number) > 0;
      case Requirement.Less(_, long number) -> compare(label, number) < 0;
    };
  }

  /** 0 where the label is not there or not a whole number: it is then neither greater nor less. */
  private static int compare(Optional<String> label, long number) {
    return label.flatMap(LabelSelector::whole).map(value -> Long.compare(value, number)).orElse(0);
  }

  /** A whole number of 64 bits, as kubectl reads it. */
  private static Optional<Long> whole(String text) {
    try {
      return WHOLE.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Requirement requirement(String part, String text) {
    Matcher equals = EQUALS.matcher(part);
    if (equals.matches()) {
      return in(equals.group(1), !equals.group(2).equals("!="), Set.of(equals.group(3)));
    }
    Matcher in = IN.matcher(part);
    if (in.matches()) {
      return in(in.group(1), in.group(2).equals("in"), values(in.group(3)));
    }
    Matcher compares = COMPARES.matcher(part);
    if (compares.matches()) {
      return comparison(compares, text);
    }
    Matcher exists = EXISTS.matcher(part);
    if (exists.matches()) {
      String key = exists.group(2);
      return exists.group(1).isEmpty() ? new Requirement.Exists(key) : new Requirement.Absent(key);
    }
    throw unreadable(text);
  }

  private static Requirement comparison(Matcher found, String text) {
    long number = whole(found.group(3)).orElseThrow(() -> unreadable(text));
    return found.group(2).equals(">")
        ? new Requirement.Greater(found.group(1), number)
        : new Requirement.Less(found.group(1), number);
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "must be requirements such as app=web,tier!=cache,env in (dev, stage), but it is "
            + Words.literal(text));
  }

  private static Requirement in(String key, boolean positive, Set<String> values) {
    return positive ? new Requirement.In(key, values) : new Requirement.NotIn(key, values);
  }

  private static Set<String> values(String list) {
    return Arrays.stream(list.split(",", -1)).map(String::strip).collect(Collectors.toSet());
  }
}
