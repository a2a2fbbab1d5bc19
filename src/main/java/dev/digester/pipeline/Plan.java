package dev.digester.pipeline;

import dev.digester.document.Document;
import dev.digester.document.Scalar;
import dev.digester.document.edit.Replacement;
import dev.digester.document.proof.DocumentEdit;
import dev.digester.document.text.Edit;
import dev.digester.document.text.Splice;
import dev.digester.krm.Change;
import dev.digester.krm.Resources;
import dev.digester.krm.Result;
import dev.digester.krm.ResultsSection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a stage wants.
 *
 * @param changes scalars that should read differently, each at most once
 * @param rewrite what else should be written
 * @param results what is to be said, in document order
 */
public record Plan(List<Change> changes, Rewrite rewrite, List<Result> results) {
  /**
   * Checks the changes.
   *
   * @throws IllegalArgumentException if a scalar is changed twice
   */
  public Plan {
    changes = List.copyOf(changes);
    results = List.copyOf(results);
    if (!ascend(changes)) {
      requireDistinct(changes);
    }
  }

  /**
   * Whether each scalar is after the one before, as they are where a stage walks through a list.
   */
  private static boolean ascend(List<Change> changes) {
    for (int i = 1; i < changes.size(); i++) {
      Scalar before = changes.get(i - 1).scalar();
      Scalar scalar = changes.get(i).scalar();
      if (scalar.id() <= before.id() || scalar.document() != before.document()) {
        return false;
      }
    }
    return true;
  }

  private static void requireDistinct(List<Change> changes) {
    Set<Scalar> seen = new HashSet<>();
    for (Change change : changes) {
      if (!seen.add(change.scalar())) {
        throw new IllegalArgumentException("a plan changes one scalar twice: " + change.path());
      }
    }
  }

  /** A plan of changes only. */
  public Plan(List<Change> changes, List<Result> results) {
    this(changes, Rewrite.NONE, results);
  }

  /** A plan that changes nothing and says nothing. */
  public static Plan nothing() {
    return new Plan(List.of(), List.of());
  }

  /** A plan that only says something. */
  public static Plan of(Result... results) {
    return new Plan(List.of(), List.of(results));
  }

  /** The same plan with more to be said. */
  public Plan saying(List<Result> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Result> all = new ArrayList<>(results);
    all.addAll(more);
    return new Plan(changes, rewrite, all);
  }

  /** Whether carrying out the plan must be refused. */
  public boolean failed() {
    return Result.anyError(results);
  }

  /**
   * The list with all changes in it.
   *
   * @param list the one that the plan was made for
   * @throws dev.digester.document.proof.EditException if the edited text cannot be proved right
   */
  Resources applyTo(Resources list) {
    boolean nothing = changes.isEmpty() && rewrite.edits().isEmpty();
    return nothing ? list : list.reread(edit(list, rewrite.edits()).apply(rewrite.wanted()));
  }

  /** The list's text with all changes and all results in it. */
  Splice textOf(Resources list, List<Result> all) {
    ResultsSection section = new ResultsSection(list, all);
    List<Edit> edits = new ArrayList<>(rewrite.edits());
    edits.addAll(section.edits());
    if (changes.isEmpty() && edits.isEmpty()) {
      return new Splice(list.document().source(), edits);
    }
    if (rewrite.edits().isEmpty() && section.isNew()) {
      return edit(list, edits).prove(section::isIn);
    }
    Document edited =
        edit(list, edits).apply(whole -> rewrite.wanted().test(whole) && section.isIn(whole));
    return new Splice(edited.source(), List.of());
  }

  private DocumentEdit edit(Resources list, List<Edit> additions) {
    List<Replacement> replacements = changes.stream().map(Change::replacement).toList();
    return DocumentEdit.of(list.document(), replacements, additions);
  }
}
