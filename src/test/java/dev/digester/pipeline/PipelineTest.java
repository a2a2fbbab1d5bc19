package dev.digester.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.digester.document.FieldPath;
import dev.digester.document.Key;
import dev.digester.document.Scalar;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import dev.digester.krm.Change;
import dev.digester.krm.Lists;
import dev.digester.krm.Resource;
import dev.digester.krm.ResourceList;
import dev.digester.krm.Result;
import dev.digester.krm.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private static final Key VALUE = Key.of("value");
  private static final ResourceList LIST =
      Lists.items("- {kind: A, value: a}\n- {kind: B, value: b}\n");

  /** Appends to every value. */
  private static Stage appending(String suffix) {
    return list -> {
      List<Change> changes = list.items().stream().map(item -> change(item, suffix)).toList();
      return new Plan(
          changes, changes.stream().map(change -> change.report(Severity.INFO, suffix)).toList());
    };
  }

  private static Change change(Resource item, String suffix) {
    Scalar value = item.node().scalar(VALUE).orElseThrow();
    return new Change(item, FieldPath.of("value"), value, value.value() + suffix);
  }

  private static String text(Outcome outcome) {
    return text(outcome.text().apply());
  }

  private static String text(SourceText source) {
    return source.text(new Span(0, source.length()));
  }

  @Test
  void a_stage_sees_what_the_one_before_has_made() {
    Outcome outcome =
        Pipeline.of(appending("1"), appending("2")).run(LIST).reporting(Result::isError);

    assertThat(text(outcome))
        .isEqualTo(Lists.HEAD + "items:\n- {kind: A, value: a12}\n- {kind: B, value: b12}\n");
  }

  @Test
  void stages_that_plan_nothing_leave_the_document_itself() {
    Outcome outcome = Pipeline.of(list -> Plan.nothing(), list -> Plan.nothing()).run(LIST);

    assertThat(outcome.list()).isSameAs(LIST);
    assertThat(text(outcome)).isEqualTo(text(LIST.document().source()));
    assertThat(outcome.failed()).isFalse();
  }

  @Test
  void an_error_leaves_the_input_and_what_is_not_a_change() {
    Stage failing = list -> Plan.of(Result.info("said"), Result.error("failed"));
    Stage never = list -> Plan.of(Result.error("never"));

    Outcome outcome = Pipeline.of(appending("1"), failing, never).run(LIST);

    assertThat(outcome.failed()).isTrue();
    assertThat(outcome.list()).isSameAs(LIST);
    assertThat(outcome.results()).extracting(Result::message).containsExactly("failed", "said");
  }

  @Test
  void results_are_ordered_by_severity_then_by_place() {
    Resource first = LIST.items().getFirst();
    Resource second = LIST.items().getLast();
    Stage stage =
        list ->
            Plan.of(
                Result.info("i2").on(second),
                Result.warning("w2").on(second),
                Result.info("i1").on(first),
                Result.warning("w1").on(first),
                Result.warning("w0"));

    assertThat(Pipeline.of(stage).run(LIST).results())
        .extracting(Result::message)
        .containsExactly("w0", "w1", "w2", "i1", "i2");
  }

  @Test
  void a_plan_that_changes_a_scalar_twice_is_a_mistake_of_its_stage() {
    Stage twice =
        list -> {
          Change change = change(list.items().getFirst(), "x");
          return new Plan(List.of(change, change), List.of());
        };

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pipeline.of(twice).run(LIST))
        .withMessageContaining("value");
  }
}
