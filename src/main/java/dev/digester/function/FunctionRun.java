package dev.digester.function;

import dev.digester.document.proof.EditException;
import dev.digester.document.read.YamlParsing;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Splice;
import dev.digester.krm.Result;
import dev.digester.pipeline.Outcome;
import java.io.IOException;
import java.util.Optional;

/** One run of a KRM function, from the bytes on standard input to the exit code. */
public final class FunctionRun {
  /** All is done. */
  public static final int DONE = 0;

  /** An error result, bad input or bad configuration. */
  public static final int FAILED = 1;

  /** Input of more bytes is refused; the text's own bound, and one to see that it is passed. */
  private static final int MOST_INPUT = SourceText.MAX_BYTES + 1;

  private static final String SLOWLY =
      "the fast way to read YAML does not fit this input, so it was read the slow way: the output"
          + " is right, but this is a defect of digester; please report it to the project and, if"
          + " you may share it, the input";

  private final FunctionStages stages;
  private final Wire wire;
  private final YamlParsing parsing;

  /** A run by the KRM Functions Specification. */
  public FunctionRun(FunctionStages stages) {
    this(stages, YamlParsing.FAST);
  }

  /** A run that reads YAML in a certain way, for tests. */
  public FunctionRun(FunctionStages stages, YamlParsing parsing) {
    this(stages, new ListWire(), parsing);
  }

  /** A run for a client that hands over resources in its own way. */
  public FunctionRun(FunctionStages stages, Wire wire) {
    this(stages, wire, YamlParsing.FAST);
  }

  private FunctionRun(FunctionStages stages, Wire wire, YamlParsing parsing) {
    this.stages = stages;
    this.wire = wire;
    this.parsing = parsing;
  }

  /** Reads a list, runs the function on it, writes the list: all of it, or nothing. */
  public int run(Streams streams) {
    try {
      return run(SourceText.of(streams.read(MOST_INPUT)), streams);
    } catch (PluginConfigException e) {
      return refuse(streams, Problems.error(e.getMessage()));
    } catch (DocumentException e) {
      return refuse(streams, Problems.input(e.line(), e.getMessage()));
    } catch (EditException e) {
      return refuse(streams, Problems.error(e.getMessage()));
    } catch (IOException e) {
      return refuse(streams, Problems.error("cannot read standard input or write standard output"));
    }
  }

  /**
   * A text that was edited by the scan's index and does not prove right is given to the parser: a
   * defect of the scan costs time, and a warning, but no run.
   */
  private int run(SourceText input, Streams streams) throws IOException {
    try {
      Outcome outcome = outcome(input, parsing);
      return write(outcome, wire.answer(outcome), streams);
    } catch (EditException e) {
      if (parsing == YamlParsing.ENGINE) {
        throw e;
      }
      Outcome outcome = outcome(input, YamlParsing.ENGINE).saying(Result.warning(SLOWLY));
      return write(outcome, wire.answer(outcome), streams);
    }
  }

  private Outcome outcome(SourceText input, YamlParsing way) {
    return stages.run(wire.read(input, way));
  }

  private static int write(Outcome outcome, Optional<Splice> answer, Streams streams)
      throws IOException {
    if (answer.isPresent()) {
      answer.get().writeTo(streams.out());
      streams.out().flush();
    }
    Problems.lines(outcome.list(), outcome.results()).forEach(streams.err()::println);
    return outcome.failed() ? FAILED : DONE;
  }

  private static int refuse(Streams streams, String problem) {
    streams.err().println(problem);
    return FAILED;
  }
}
