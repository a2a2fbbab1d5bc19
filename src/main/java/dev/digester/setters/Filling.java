package dev.digester.setters;

import dev.digester.krm.Result;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What fields should read, and what is said about it. Fields in a row often have the same pattern
 * and the same value: what was made for the field before serves the next one then.
 */
final class Filling {
  private final Map<String, String> given;

  private @Nullable Filled filled;
  private @Nullable Said said;
  private @Nullable Changed changed;

  private record Filled(SetterPattern pattern, String current, FieldText text) {}

  private record Said(String value, Result result) {}

  private record Changed(String path, String current, String proposed, Result.Field field) {
    Changed(String path, String current, String proposed) {
      this(path, current, proposed, Result.Field.changed(path, current, proposed));
    }

    boolean reads(String path, String current, String proposed) {
      return this.path.equals(path)
          && this.current.equals(current)
          && this.proposed.equals(proposed);
    }
  }

  /**
   * @param given the values by name
   */
  Filling(Map<String, String> given) {
    this.given = given;
  }

  /** As {@link FieldText#of}, with the values given. */
  FieldText of(SetterPattern pattern, String current) {
    Filled last = filled;
    if (last == null || !last.pattern().equals(pattern) || !last.current().equals(current)) {
      last = new Filled(pattern, current, FieldText.of(pattern, current, given));
      filled = last;
    }
    return last.text();
  }

  /** A result that tells what value a field is set to, about no field yet. */
  Result said(String value) {
    Said last = said;
    if (last == null || !last.value().equals(value)) {
      last = new Said(value, Result.info("set field value to " + GoText.quoted(value)));
      said = last;
    }
    return last.result();
  }

  /** A field that changes. */
  Result.Field changed(String path, String current, String proposed) {
    Changed last = changed;
    if (last == null || !last.reads(path, current, proposed)) {
      last = new Changed(path, current, proposed);
      changed = last;
    }
    return last.field();
  }
}
