package dev.digester.document.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The scan makes the parser's index, node for node and span for span, or hands the text over; never
 * anything else. A long run: {@code ./mvnw -Plong test -Dtest=ReadersAgreeTest}.
 */
class ReadersAgreeTest {
  private static final int DOCUMENTS = Integer.getInteger("random.documents", 5_000);

  /** Each document has its own seed, so that a failure names the one it needs. */
  private static final long FIRST = Long.getLong("seed", 0);

  /** Larger texts are not damaged: the parser would need all of the time for a few of them. */
  private static final int LARGE = 16 << 10;

  private static ReaderPair.Verdict read(String name, byte[] utf8) {
    SourceText source;
    try {
      source = SourceText.of(utf8);
    } catch (DocumentException e) {
      return ReaderPair.Verdict.REFUSED;
    }
    try {
      return ReaderPair.compare(source);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(name + ": " + e.getMessage(), e);
    }
  }

  private static Map<ReaderPair.Verdict, Integer> read(Map<String, byte[]> texts) {
    Map<ReaderPair.Verdict, Integer> verdicts = new EnumMap<>(ReaderPair.Verdict.class);
    texts.forEach((name, utf8) -> verdicts.merge(read(name, utf8), 1, Integer::sum));
    return verdicts;
  }

  @Test
  void on_all_yaml_at_hand() {
    Map<ReaderPair.Verdict, Integer> verdicts = read(Corpus.all());
    System.out.println("all YAML at hand: " + verdicts);
    assertThat(verdicts).containsKey(ReaderPair.Verdict.SAME);
  }

  @Test
  void none_that_kpt_and_kustomize_send_is_handed_over() {
    assertThat(read(Corpus.sent())).containsOnlyKeys(ReaderPair.Verdict.SAME);
  }

  @Test
  void of_ordinary_manifests_less_than_one_in_a_hundred_is_handed_over() {
    Map<ReaderPair.Verdict, Integer> verdicts = read(Corpus.ordinary());
    int handedOver = verdicts.getOrDefault(ReaderPair.Verdict.HANDED_OVER, 0);
    int read = handedOver + verdicts.getOrDefault(ReaderPair.Verdict.SAME, 0);
    System.out.printf("ordinary manifests: %d of %d are handed over%n", handedOver, read);
    assertThat(100 * handedOver).isLessThan(read);
  }

  @Test
  void on_random_and_on_damaged_documents() {
    List<byte[]> small =
        Corpus.all().values().stream().filter(utf8 -> utf8.length < LARGE).toList();
    Map<ReaderPair.Verdict, Integer> verdicts = new EnumMap<>(ReaderPair.Verdict.class);
    for (long seed = FIRST; seed < FIRST + DOCUMENTS; seed++) {
      verdicts.merge(read("seed " + seed, document(seed, small)), 1, Integer::sum);
    }
    System.out.printf("documents of seeds %d to %d: %s%n", FIRST, FIRST + DOCUMENTS, verdicts);
    assertThat(verdicts).containsKeys(ReaderPair.Verdict.values());
  }

  /** Of five, one is as it was made and four are damaged, one of these a document of the corpus. */
  private static byte[] document(long seed, List<byte[]> corpus) {
    Random random = new Random(seed);
    return switch ((int) (seed % 5)) {
      case 0 -> RandomYaml.usual(seed).getBytes(UTF_8);
      case 1 -> Mutation.of(RandomYaml.of(seed).getBytes(UTF_8), random);
      case 2 -> Mutation.of(corpus.get(random.nextInt(corpus.size())), random);
      default -> Mutation.of(RandomYaml.usual(seed).getBytes(UTF_8), random);
    };
  }
}
