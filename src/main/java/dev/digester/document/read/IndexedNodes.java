package dev.digester.document.read;

import dev.digester.document.index.IndexBuilder;
import dev.digester.document.index.NodeKind;
import dev.digester.document.scan.Nodes;

/** Puts what a scan finds into an index. */
final class IndexedNodes implements Nodes {
  private final IndexBuilder builder;

  IndexedNodes(IndexBuilder builder) {
    this.builder = builder;
  }

  @Override
  public void document() {
    builder.newDocument();
  }

  @Override
  public void anchor(int start, int end) {
    builder.anchor(start, end);
  }

  @Override
  public void tag(int start, int end) {
    builder.tag(start, end);
  }

  @Override
  public void plain(int start, int end) {
    builder.scalar(NodeKind.PLAIN, start, end);
  }

  @Override
  public void singleQuoted(int start, int end) {
    builder.scalar(NodeKind.SINGLE_QUOTED, start, end);
  }

  @Override
  public void doubleQuoted(int start, int end) {
    builder.scalar(NodeKind.DOUBLE_QUOTED, start, end);
  }

  @Override
  public int literal(int start) {
    builder.blockScalar(NodeKind.LITERAL, start);
    return builder.lastEnd();
  }

  @Override
  public int folded(int start) {
    builder.blockScalar(NodeKind.FOLDED, start);
    return builder.lastEnd();
  }

  @Override
  public void alias(int start, int end) {
    builder.alias(start, end);
  }

  @Override
  public void mapping(int start) {
    builder.open(NodeKind.BLOCK_MAPPING, start);
  }

  @Override
  public void sequence(int start) {
    builder.open(NodeKind.BLOCK_SEQUENCE, start);
  }

  @Override
  public void flowMapping(int start) {
    builder.open(NodeKind.FLOW_MAPPING, start);
  }

  @Override
  public void flowSequence(int start) {
    builder.open(NodeKind.FLOW_SEQUENCE, start);
  }

  @Override
  public void end() {
    builder.close();
  }

  @Override
  public void end(int end) {
    builder.close(end);
  }
}
