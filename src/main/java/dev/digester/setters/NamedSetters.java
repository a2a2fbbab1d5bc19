package dev.digester.setters;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The setters that a pattern names.
 *
 * @param all those that there are; without any, no one wants the pattern's field to change
 * @param list the first that is a list
 * @param anyString whether the value of one must stay a string
 */
record NamedSetters(
    SetterPattern pattern, List<Setter> all, Optional<Setter> list, boolean anyString) {

  static NamedSetters of(SetterPattern pattern, Setters setters) {
    List<Setter> all =
        pattern.names().stream().map(setters.byName()::get).filter(Objects::nonNull).toList();
    return new NamedSetters(
        pattern,
        all,
        all.stream().filter(setter -> setter.text().isEmpty()).findFirst(),
        all.stream().anyMatch(Setter::isString));
  }
}
