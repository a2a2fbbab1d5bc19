package dev.digester.document.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteSearchTest {
  private static List<Integer> places(String wanted, String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    ByteSearch search = new ByteSearch(wanted.getBytes(UTF_8));
    List<Integer> places = new ArrayList<>();
    for (int i = search.next(utf8, 0); i < utf8.length; i = search.next(utf8, i + 1)) {
      places.add(i);
    }
    return places;
  }

  @Test
  void finds_what_is_wanted_at_the_start_in_the_middle_and_at_the_end() {
    assertThat(places("# m: ", "# m: a # m: b # m: ")).containsExactly(0, 7, 14);
  }

  @Test
  void finds_places_that_overlap() {
    assertThat(places("aba", "ababa")).containsExactly(0, 2);
  }

  @Test
  void finds_nothing_in_a_text_that_is_shorter() {
    assertThat(places("abc", "ab")).isEmpty();
    assertThat(places("abc", "")).isEmpty();
  }

  @Test
  void finds_one_byte() {
    assertThat(places("#", "#a##")).containsExactly(0, 2, 3);
  }

  @Test
  void finds_characters_of_several_bytes() {
    assertThat(places("é", "eéèé")).containsExactly(1, 5);
  }

  @Test
  void finds_every_place_that_a_plain_search_finds() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      String text = letters(random, random.nextInt(40));
      String wanted = letters(random, 1 + random.nextInt(4));
      List<Integer> expected = new ArrayList<>();
      for (int i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + 1)) {
        expected.add(i);
      }
      assertThat(places(wanted, text))
          .as("\"%s\" in \"%s\", seed %d", wanted, text, seed)
          .isEqualTo(expected);
    }
  }

  private static String letters(Random random, int count) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append((char) ('a' + random.nextInt(3)));
    }
    return letters.toString();
  }
}
