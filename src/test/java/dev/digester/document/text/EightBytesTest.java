package dev.digester.document.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EightBytesTest {
  private static final int RANDOM_TEXTS = 20_000;
  private static final long SEED = 11;

  @Test
  void reads_the_first_byte_as_the_lowest_one() {
    assertThat((long) EightBytes.AT.get(new byte[] {9, 1, 2, 3, 4, 5, 6, 7, 8}, 1))
        .isEqualTo(0x0807_0605_0403_0201L);
  }

  @Test
  void fits_where_eight_bytes_are_left() {
    byte[] text = new byte[10];

    assertThat(EightBytes.fit(text, 2)).isTrue();
    assertThat(EightBytes.fit(text, 3)).isFalse();
    assertThat(EightBytes.fit(new byte[7], 0)).isFalse();
  }

  @Test
  void marks_the_first_byte_that_a_question_is_true_of() {
    Random random = new Random(SEED);
    for (int i = 0; i < RANDOM_TEXTS; i++) {
      byte[] text = neighbours(random);
      long bytes = (long) EightBytes.AT.get(text, 0);
      char character = (char) random.nextInt(1, 0x80);
      long eight = EightBytes.all(character);

      assertThat(first(EightBytes.equal(bytes, eight))).isEqualTo(first(text, b -> b == character));
      assertThat(first(EightBytes.below(bytes, eight))).isEqualTo(first(text, b -> b < character));
      assertThat(first(EightBytes.beyondLines(bytes)))
          .isEqualTo(first(text, b -> b != '\n' && (b < ' ' || b >= 0x7F)));
    }
  }

  @Test
  void finds_the_first_mark() {
    long bytes = (long) EightBytes.AT.get("a: b: cc".getBytes(ISO_8859_1), 0);

    assertThat(EightBytes.first(EightBytes.equal(bytes, EightBytes.all(':')))).isEqualTo(1);
    assertThat(EightBytes.first(EightBytes.equal(bytes, EightBytes.all('c')))).isEqualTo(6);
  }

  /** Bytes that differ by one, and some others: a carry between two of them would show. */
  private static byte[] neighbours(Random random) {
    byte[] text = new byte[Long.BYTES];
    int middle = random.nextInt(0x100);
    for (int i = 0; i < text.length; i++) {
      boolean other = random.nextInt(text.length) == 0;
      text[i] = (byte) (other ? random.nextInt(0x100) : middle + random.nextInt(-1, 2));
    }
    return text;
  }

  /** -1 for none. */
  private static int first(long marks) {
    return marks == 0 ? -1 : EightBytes.first(marks);
  }

  private static int first(byte[] text, IntPredicate question) {
    return IntStream.range(0, text.length)
        .filter(i -> question.test(text[i] & 0xFF))
        .findFirst()
        .orElse(-1);
  }
}
