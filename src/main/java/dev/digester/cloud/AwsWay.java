package dev.digester.cloud;

/** One place that keys of an AWS account may come from. */
interface AwsWay {

  /** What {@link #get} would do; begins with {@code would}. */
  String plan();

  /** Gets them. */
  Outcome get();

  /** What came of it; words are for people. */
  sealed interface Outcome {}

  /** Keys, and what they were got from. */
  record Got(AwsKeys keys, String how) implements Outcome {}

  /** No one here has keys. */
  record Nothing(String note) implements Outcome {}

  /** Someone should have some. */
  record Failed(String problem) implements Outcome {}
}
