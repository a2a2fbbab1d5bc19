package dev.digester.document.text;

/** Bytes put together from slices of others, in an array of the length that is known before. */
public final class Pieces {
  private final byte[] bytes;
  private int length;

  public Pieces(int bytes) {
    this.bytes = new byte[bytes];
  }

  /** How many bytes there are. */
  public int length() {
    return length;
  }

  public Pieces add(byte[] all) {
    return add(all, 0, all.length);
  }

  public Pieces add(byte[] of, int start, int end) {
    System.arraycopy(of, start, bytes, length, end - start);
    length += end - start;
    return this;
  }

  /** All of them: the array itself. */
  public byte[] bytes() {
    return bytes;
  }
}
