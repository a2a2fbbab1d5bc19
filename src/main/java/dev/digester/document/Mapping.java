package dev.digester.document;

import java.util.List;
import java.util.Optional;

/**
 * A mapping, block or flow. Duplicate keys are tolerated, as orchestrators pass them on: the last
 * one counts, as for most readers.
 */
public record Mapping(Document document, int id) implements Node {

  /** An own entry, as written; the value is behind its alias if it is one. */
  public record Entry(Node key, Node value) {}

  /**
   * The value that a reader of the document sees under a key: the last own one, else that of the
   * merge keys ({@code <<}, <a href="https://yaml.org/type/merge.html">YAML merge type</a>),
   * earlier merged mappings first.
   */
  public Optional<Node> get(Key key) {
    throw new UnsupportedOperationException();
  }

  /** All own values under a key, in document order; more than one where the key is duplicated. */
  public List<Node> getAll(Key key) {
    throw new UnsupportedOperationException();
  }

  /** The own entries in document order, merge keys among them, merged entries not. */
  public List<Entry> entries() {
    throw new UnsupportedOperationException();
  }

  /** As {@link #get}, where it is a mapping. */
  public Optional<Mapping> mapping(Key key) {
    return get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
  }

  /** As {@link #get}, where it is a sequence. */
  public Optional<Sequence> sequence(Key key) {
    return get(key).filter(Sequence.class::isInstance).map(Sequence.class::cast);
  }

  /** As {@link #get}, where it is a scalar. */
  public Optional<Scalar> scalar(Key key) {
    return get(key).filter(Scalar.class::isInstance).map(Scalar.class::cast);
  }
}
