package dev.digester.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a temporary file: hidden, not one of a manifest, and it says which process made it.
 *
 * @param owner who made it
 * @param number which of that process's
 */
record TemporaryName(ProcessMark owner, long number) {
  private static final String PREFIX = ".digester-";
  private static final Pattern NAME =
      Pattern.compile(
          "\\.digester-([0-9a-f]{8})-([0-9]{1,10})-([0-9a-f]{1,16})-([0-9]{1,10})\\.tmp");

  static boolean isOne(String name) {
    return name.startsWith(PREFIX) && NAME.matcher(name).matches();
  }

  static Optional<TemporaryName> parse(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches()
        ? Optional.of(
            new TemporaryName(
                new ProcessMark(
                    parts.group(1),
                    Long.parseLong(parts.group(2)),
                    Long.parseUnsignedLong(parts.group(3), 16)),
                Long.parseLong(parts.group(4))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "%s%s-%d-%x-%d.tmp"
        .formatted(PREFIX, owner.machine(), owner.pid(), owner.start(), number);
  }
}
