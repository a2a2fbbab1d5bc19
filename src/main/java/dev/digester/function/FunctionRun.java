package dev.digester.function;

import dev.digester.config.ConfigurationException;
import dev.digester.document.Document;
import dev.digester.document.DocumentException;
import dev.digester.document.Documents;
import dev.digester.document.EditException;
import dev.digester.document.SourceText;
import dev.digester.krm.FunctionConfig;
import dev.digester.krm.KrmException;
import dev.digester.krm.ResourceList;
import dev.digester.krm.Result;
import dev.digester.pipeline.Outcome;
import java.io.IOException;
import java.util.List;

/** One run of a KRM function, from the bytes on standard input to the exit code. */
public final class FunctionRun {
  /** All is done. */
  public static final int DONE = 0;

  /** An error result, bad input or bad configuration. */
  public static final int FAILED = 1;

  /** Input of more bytes is refused; the text's own bound, and one to see that it is passed. */
  private static final int MOST_INPUT = SourceText.MAX_BYTES + 1;

  private final FunctionStages stages;

  public FunctionRun(FunctionStages stages) {
    this.stages = stages;
  }

  /** Reads a list, runs the function on it, writes the list: all of it, or nothing. */
  public int run(Streams streams) {
    try {
      ResourceList list = ResourceList.of(read(streams));
      return write(outcome(list), streams);
    } catch (DocumentException e) {
      return refuse(streams, Problems.input(e.line(), e.getMessage()));
    } catch (KrmException e) {
      return refuse(streams, Problems.input(e.line(), e.getMessage()));
    } catch (EditException e) {
      return refuse(streams, Problems.error(e.getMessage()));
    } catch (IOException e) {
      return refuse(streams, Problems.error("cannot read standard input or write standard output"));
    }
  }

  private static Document read(Streams streams) throws IOException {
    byte[] input = streams.in().readNBytes(MOST_INPUT);
    if (input.length == 0) {
      throw new KrmException(1, "it is empty: expected a ResourceList");
    }
    return Documents.read(SourceText.of(input));
  }

  private Outcome outcome(ResourceList list) {
    try {
      return stages.run(list);
    } catch (ConfigurationException e) {
      Result error = Result.error(e.getMessage());
      return Outcome.refused(
          list,
          List.of(
              list.functionConfig().map(FunctionConfig::resource).map(error::about).orElse(error)));
    }
  }

  private static int write(Outcome outcome, Streams streams) throws IOException {
    Document document = outcome.document();
    document.source().writeTo(streams.out());
    streams.out().flush();
    Problems.lines(outcome.list(), outcome.results()).forEach(streams.err()::println);
    return outcome.failed() ? FAILED : DONE;
  }

  private static int refuse(Streams streams, String problem) {
    streams.err().println(problem);
    return FAILED;
  }
}
