package dev.digester.pipeline;

import dev.digester.document.text.Splice;
import dev.digester.krm.Change;
import dev.digester.krm.Resources;
import dev.digester.krm.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a run came to.
 *
 * @param list the list, without the changes that are still to be spliced in
 * @param pending the last stage's plan, whose changes are not yet in the list; none if the run
 *     failed
 * @param results errors first, then warnings, then info; within these in document order
 * @param earlier the changes of the stages before the last one, in their order
 */
public record Outcome(Resources list, Plan pending, List<Result> results, List<Change> earlier) {

  /**
   * A node's number is its position in all of a run's documents, but for the elements that a list
   * gains or loses on the way: stages keep all other structure.
   */
  private static final Comparator<Result> ORDER =
      Comparator.comparing(Result::severity).thenComparingInt(Outcome::place);

  private static int place(Result result) {
    return result.node().isPresent() ? result.node().get().id() : -1;
  }

  public Outcome {
    List<Result> sorted = new ArrayList<>(results);
    sorted.sort(ORDER);
    results = List.copyOf(sorted);
    earlier = List.copyOf(earlier);
  }

  /** The outcome of one stage. */
  public Outcome(Resources list, Plan pending, List<Result> results) {
    this(list, pending, results, List.of());
  }

  /**
   * The changes of all stages, one for each field that changes: the value before the first stage
   * and the one after the last.
   */
  public List<FieldChange> changes() {
    Map<FieldChange.Place, FieldChange> byPlace = new LinkedHashMap<>();
    Stream.concat(earlier.stream(), pending.changes().stream())
        .map(FieldChange::of)
        .forEach(change -> byPlace.merge(change.place(), change, FieldChange::then));
    return List.copyOf(byPlace.values());
  }

  /**
   * The same outcome with all changes in the text.
   *
   * @throws dev.digester.document.proof.EditException if the edited text cannot be proved right
   */
  public Outcome applied() {
    if (pending.changes().isEmpty() && pending.rewrite().edits().isEmpty()) {
      return this;
    }
    List<Change> all = new ArrayList<>(earlier);
    all.addAll(pending.changes());
    return new Outcome(pending.applyTo(list), Plan.nothing(), results, all);
  }

  /**
   * The outcome after one more stage, whose plan was made for {@link #list} with all changes
   * applied.
   *
   * @param input what the first stage was given
   */
  public Outcome then(Resources input, Plan plan) {
    List<Result> all = new ArrayList<>(results);
    all.addAll(plan.results());
    return plan.failed() ? refused(input, all) : new Outcome(list, plan, all, earlier);
  }

  /**
   * The outcome of a run that was refused: the input, unedited; no result says that it was edited.
   */
  public static Outcome refused(Resources input, List<Result> results) {
    return new Outcome(
        input, Plan.nothing(), results.stream().filter(result -> !result.isChange()).toList());
  }

  public boolean failed() {
    return Result.anyError(results);
  }

  /** The same outcome with one more result. */
  public Outcome saying(Result result) {
    List<Result> more = new ArrayList<>(results);
    more.add(result);
    return new Outcome(list, pending, more, earlier);
  }

  /** The same outcome with fewer results. */
  public Outcome reporting(Predicate<Result> kept) {
    return new Outcome(list, pending, results.stream().filter(kept).toList(), earlier);
  }

  /** Whether the text is the input's. */
  public boolean changesNothing() {
    return earlier.isEmpty() && pending.changes().isEmpty() && pending.rewrite().edits().isEmpty();
  }

  /** As {@link #text}, but without the results: for texts that are not for an orchestrator. */
  public Splice textWithoutResults() {
    return pending.textOf(list, List.of());
  }

  /**
   * The list as it is to be written: with the changes and the results in it.
   *
   * @throws dev.digester.document.proof.EditException if the text cannot be proved right; then
   *     nothing may be written
   */
  public Splice text() {
    return pending.textOf(list, results);
  }
}
