package dev.digester.document;

/** Bytes put together from slices of others, in an array of the length that is known before. */
final class Pieces {
  private final byte[] bytes;
  private int length;

  Pieces(int bytes) {
    this.bytes = new byte[bytes];
  }

  /** How many bytes there are. */
  int length() {
    return length;
  }

  Pieces add(byte[] all) {
    return add(all, 0, all.length);
  }

  Pieces add(byte[] of, int start, int end) {
    System.arraycopy(of, start, bytes, length, end - start);
    length += end - start;
    return this;
  }

  /** All of them: the array itself. */
  byte[] bytes() {
    return bytes;
  }
}
