package dev.digester;

import dev.digester.process.ProgramName;
import java.util.List;

/** The program's entry. */
public final class Digester {
  private Digester() {}

  public static void main(String[] args) {
    System.exit(new Program(ProgramName.current()).run(List.of(args)));
  }
}
