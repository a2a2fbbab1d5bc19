package dev.digester.demo;

import dev.digester.diff.UnifiedDiff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Pins the examples and shows what would change; writes no file. */
public final class Demo {
  private static final int DONE = 0;
  private static final int FAILED = 1;

  private final PinFunction function;
  private final Path examples;
  private final Colour colour;

  /**
   * @param function the KRM function
   * @param examples a clone's directory of examples; where it does not hold them, the copy inside
   *     the program is shown
   * @param coloured whether the output goes to a terminal
   */
  public Demo(PinFunction function, Path examples, boolean coloured) {
    this.function = function;
    this.examples = examples;
    this.colour = coloured ? Colour.ANSI : Colour.PLAIN;
  }

  /**
   * Runs the demo.
   *
   * @param out gets the diffs and the results
   * @param err gets what went wrong
   * @return the exit code
   */
  public int run(PrintStream out, PrintStream err) {
    try (DemoRegistry registry = DemoRegistry.start()) {
      return show(Examples.in(examples), registry, out, err);
    } catch (IOException e) {
      err.println(
          "digester demo: tried to read the examples and to open a port, but: " + e.getMessage());
      return FAILED;
    }
  }

  private int show(
      List<ExampleFile> files, DemoRegistry registry, PrintStream out, PrintStream err) {
    ExampleList list = new ExampleList(files, functionConfig(registry));
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    int exitCode = function.run(list.bytes(), output, err);
    if (output.size() == 0) {
      return FAILED;
    }
    List<ExampleFile> pinned = list.after(output.toByteArray());
    int changed = 0;
    for (int i = 0; i < files.size(); i++) {
      String path = "examples/" + files.get(i).path();
      String diff = UnifiedDiff.of(path, files.get(i).text(), pinned.get(i).text());
      out.print(colour.diff(diff));
      changed += diff.isEmpty() ? 0 : 1;
    }
    List<String> results = ResultLines.of(output.toByteArray());
    out.println("\nResults:");
    results.forEach(line -> out.println("  " + line));
    out.printf(
        "%n%d of %d files would change; nothing was written. The images are tiny ones that a"
            + " registry inside this program served.%n",
        changed, files.size());
    return exitCode == 0 ? DONE : FAILED;
  }

  private static String functionConfig(DemoRegistry registry) {
    return """
    apiVersion: digester.dev/v1alpha1
    kind: Digester
    metadata:
      name: demo
    spec:
    """
        + registry.mirrors().indent(2);
  }
}
