package dev.digester.krm;

/**
 * Where an orchestrator read a resource: a file and the number of the document in it.
 *
 * @param path slash-separated, relative to the package
 * @param index counted from 0; 0 where the orchestrator does not say
 */
public record Origin(String path, int index) {
  public Origin {
    if (path.isEmpty() || index < 0) {
      throw new IllegalArgumentException("no origin: " + path + "[" + index + "]");
    }
  }

  /** For people: {@code web/deployment.yaml[0]}. */
  @Override
  public String toString() {
    return path + "[" + index + "]";
  }
}
