package dev.digester.pipeline;

import dev.digester.document.text.Splice;
import dev.digester.krm.ResourceList;
import dev.digester.krm.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a run came to.
 *
 * @param list the list, without the changes that are still to be spliced in
 * @param pending the last stage's plan, whose changes are not yet in the list; none if the run
 *     failed
 * @param results errors first, then warnings, then info; within these in document order
 */
public record Outcome(ResourceList list, Plan pending, List<Result> results) {

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
  }

  /**
   * The outcome of a run that was refused: the input, unedited; no result says that it was edited.
   */
  public static Outcome refused(ResourceList input, List<Result> results) {
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
    return new Outcome(list, pending, more);
  }

  /** The same outcome with fewer results. */
  public Outcome reporting(Predicate<Result> kept) {
    return new Outcome(list, pending, results.stream().filter(kept).toList());
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
