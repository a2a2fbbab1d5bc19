package dev.digester.function;

import dev.digester.krm.Origin;
import dev.digester.krm.Printable;
import dev.digester.krm.Resources;
import dev.digester.krm.Result;
import dev.digester.krm.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Errors and warnings for people: a line each, in the order of the results. */
final class Problems {
  private Problems() {}

  /** A line of text for each result that is an error or a warning. */
  static List<String> lines(Resources list, List<Result> results) {
    Lines lines = new Lines(list);
    List<String> problems = new ArrayList<>();
    for (Result result : results) {
      if (result.severity() != Severity.INFO) {
        problems.add(lines.of(result));
      }
    }
    return problems;
  }

  /** A line about standard input that has no list. */
  static String input(int line, String reason) {
    return "error: standard input, line " + line + ": " + Printable.line(reason);
  }

  static String error(String message) {
    return "error: " + Printable.line(message);
  }

  private record Lines(Resources list) {
    private String of(Result problem) {
      StringJoiner line = new StringJoiner(": ");
      line.add(problem.severity().toString());
      problem.node().ifPresent(node -> line.add(where(problem, node.line())));
      problem
          .resource()
          .map(resource -> resource.ref().toString())
          .filter(ref -> !ref.isEmpty())
          .ifPresent(line::add);
      problem
          .field()
          .filter(_ -> problem.node().isPresent())
          .ifPresent(field -> line.add(field.path()));
      line.add(problem.message());
      return Printable.line(line.toString());
    }

    /**
     * The file that the orchestrator names; where it names none, the line of standard input.
     * Orchestrators rewrite files, so a line of the input is not one of the file.
     */
    private String where(Result problem, int line) {
      return problem
          .resource()
          .flatMap(list::origin)
          .map(Origin::toString)
          .orElse("line " + line + " of the input");
    }
  }
}
