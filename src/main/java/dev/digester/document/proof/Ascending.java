package dev.digester.document.proof;

/**
 * Ascending numbers that are asked about in roughly ascending order, as a walk over a document
 * does: a question begins where the last one ended, and takes no search.
 */
final class Ascending {
  private final int[] numbers;
  private int last;

  /** Takes the numbers over. */
  Ascending(int[] numbers) {
    this.numbers = numbers;
  }

  int at(int position) {
    return numbers[position];
  }

  /** How many of the numbers are less than a bound. */
  int below(int bound) {
    while (last < numbers.length && numbers[last] < bound) {
      last++;
    }
    while (last > 0 && numbers[last - 1] >= bound) {
      last--;
    }
    return last;
  }

  boolean has(int number) {
    int position = below(number);
    return position < numbers.length && numbers[position] == number;
  }
}
