package dev.digester;

/** The program's entry. */
public final class Digester {
  private Digester() {}

  public static void main(String[] args) {
    System.exit(0);
  }
}
