package dev.digester.setters;

import dev.digester.document.Scalar;
import dev.digester.krm.Resources;
import dev.digester.krm.Result;
import dev.digester.pipeline.Plan;
import dev.digester.pipeline.Stage;
import java.util.List;
import java.util.Map;

/**
 * Tells which setters there are: those that the package's Kptfile gives values to, and those that
 * fields name in their comments, each with its value, its type and the number of its fields.
 * Changes nothing.
 */
public final class ListSetters implements Stage {
  @Override
  public Plan plan(Resources list) {
    return switch (KptfileSetters.of(list)) {
      case KptfileSetters.Invalid(Result problem) -> Plan.of(problem);
      case KptfileSetters.Found(Map<String, String> values) -> plan(list, values);
    };
  }

  private static Plan plan(Resources list, Map<String, String> values) {
    FoundSetters found = new FoundSetters();
    values.forEach(found::declare);
    SetterField.visit(list, field -> add(found, field));
    List<Result> results = found.lines().stream().map(Result::info).toList();
    return results.isEmpty()
        ? Plan.of(Result.warning("no setters found"))
        : new Plan(List.of(), results);
  }

  private static void add(FoundSetters found, SetterField field) {
    if (field.value() instanceof Scalar scalar) {
      scalar(found, field, scalar);
    } else {
      found.list(name(field.pattern()), ArrayElement.read(field.list()));
    }
  }

  private static String name(SetterPattern pattern) {
    return pattern.isOneName() ? pattern.names().getFirst() : pattern.text();
  }

  private static void scalar(FoundSetters found, SetterField field, Scalar scalar) {
    String value = FieldText.withoutDigest(field.pattern(), scalar.value());
    String type = ValueType.of(scalar);
    field.pattern().derive(value).forEach((name, part) -> found.scalar(name, part, type));
  }
}
