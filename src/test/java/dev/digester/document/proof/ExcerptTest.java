package dev.digester.document.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.document.Document;
import dev.digester.document.Scalar;
import dev.digester.document.edit.Replacement;
import dev.digester.document.index.NodeKind;
import dev.digester.document.read.Documents;
import dev.digester.document.read.RandomYaml;
import dev.digester.document.read.ReaderPair;
import dev.digester.document.read.ScanReader;
import dev.digester.document.text.Edit;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import dev.digester.document.text.Splice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is proved on an excerpt is what reading the whole text again would prove. */
class ExcerptTest {
  /** Each is read several times. */
  private static final int DOCUMENTS = Integer.getInteger("random.documents", 5_000) / 10;

  private static final List<String> VALUES =
      List.of("b", "nginx:1.27", "", "1.10", "a: b", "# c", "- d", "e\nf", "'", "[g", "é ", "true");

  /** Texts that do no harm in some places, and much in others. */
  private static final List<String> PIECES =
      List.of(
          "x",
          "\n",
          "\n\n",
          "  ",
          ": ",
          ":",
          "- ",
          "\n- ",
          "\n  - ",
          "\nk: v\n",
          "    k: v\n",
          "k: v\n",
          "# c\n",
          " # c",
          "\"",
          "'",
          "[",
          "]",
          "{a: b}",
          ", ",
          "|\n",
          ">-\n  ",
          "\r\n",
          "---\n",
          "\n---\n",
          "é",
          "-",
          "? ",
          "results:\n- a: b\n  c: d\n",
          "\t",
          "~");

  /** Without anchors, aliases and tags. */
  private static Document document(long seed) {
    String text =
        RandomYaml.usual(seed)
            .replaceAll("&a\\d+ ?|!!str ?|!!merge |!local ?|!<[^>]*> ?", "")
            .replaceAll("\\*a\\d+", "x");
    return Documents.read(SourceText.of(text));
  }

  private static Optional<Excerpt> excerpt(Document document, Splice splice) {
    return Excerpt.of(document, splice.edits(), Integer.MAX_VALUE);
  }

  @Test
  void the_index_after_changes_is_that_of_the_whole_text() {
    int excerpts = 0;
    for (long seed = 0; seed < DOCUMENTS; seed++) {
      Document document = document(seed);
      List<Replacement> replacements = replacements(document, new Random(seed));
      List<Edit> edits = replacements.stream().map(Replacement::edit).toList();
      Splice splice = new Splice(document.source(), edits);
      Optional<Excerpt> excerpt = excerpt(document, splice);
      if (excerpt.isPresent()) {
        excerpts++;
        Document edited = DocumentEdit.of(document, replacements).applyBy(excerpt.get());
        Document again = new ScanReader().read(edited.source());
        assertThat(ReaderPair.slots(edited.index()))
            .as("seed %d: %s", seed, ReaderPair.escaped(edited.source()))
            .isEqualTo(ReaderPair.slots(again.index()));
      }
    }
    System.out.printf("excerpts of %,d of %,d documents%n", excerpts, DOCUMENTS);
    assertThat(excerpts).as("documents with excerpts").isGreaterThan(DOCUMENTS / 2);
  }

  private static List<Replacement> replacements(Document document, Random random) {
    List<Replacement> replacements = new ArrayList<>();
    for (int slot = 0; slot < document.index().size(); slot++) {
      NodeKind kind = document.index().kind(slot);
      if (kind.isScalar() && !kind.isBlockScalar() && random.nextInt(6) == 0) {
        String value = VALUES.get(random.nextInt(VALUES.size()));
        replacements.add(Replacement.of(new Scalar(document, slot), value));
      }
    }
    return replacements;
  }

  @Test
  void edits_are_right_or_wrong_as_they_are_for_the_whole_text() {
    int excerpts = 0;
    int right = 0;
    for (long seed = 0; seed < DOCUMENTS; seed++) {
      Document document = document(seed);
      Splice splice = new Splice(document.source(), edits(document, new Random(seed)));
      Optional<Excerpt> excerpt = excerpt(document, splice);
      if (excerpt.isPresent()) {
        boolean whole = proves(document, splice);
        Splice parts = excerpt.get().splice(splice);
        assertThat(proves(excerpt.get().document(), parts))
            .as(
                "seed %d: %s\n%s of %s",
                seed, ReaderPair.escaped(document.source()), splice.edits(), parts.edits())
            .isEqualTo(provesInParts(document, List.of(), splice))
            .matches(part -> part == whole || (whole && endsDocument(splice)), "as the whole");
        excerpts++;
        right += whole ? 1 : 0;
      }
    }
    System.out.printf("excerpts of %,d texts, %,d edits right%n", excerpts, right);
    assertThat(right).as("right edits").isBetween(excerpts / 20, excerpts * 19 / 20);
  }

  @Test
  void new_values_are_right_or_wrong_as_they_are_for_the_whole_text() {
    int excerpts = 0;
    int right = 0;
    for (long seed = 0; seed < DOCUMENTS; seed++) {
      Document document = document(seed);
      List<Replacement> spelled = spelled(document, new Random(seed));
      Splice splice =
          new Splice(document.source(), spelled.stream().map(Replacement::edit).toList());
      Optional<Excerpt> excerpt = excerpt(document, splice);
      if (excerpt.isPresent() && !spelled.isEmpty()) {
        boolean whole = proves(document, spelled, splice);
        assertThat(
                proves(
                    excerpt.get().document(),
                    excerpt.get().replacements(spelled),
                    excerpt.get().splice(splice)))
            .as("seed %d: %s\n%s", seed, ReaderPair.escaped(document.source()), splice.edits())
            .isEqualTo(provesInParts(document, spelled, splice))
            .isEqualTo(whole);
        excerpts++;
        right += whole ? 1 : 0;
      }
    }
    System.out.printf("excerpts of %,d texts, %,d values right%n", excerpts, right);
    assertThat(right).as("right values").isBetween(excerpts / 20, excerpts * 19 / 20);
  }

  /** A scalar or two spelled as someone might who knows no YAML. */
  private static List<Replacement> spelled(Document document, Random random) {
    List<Replacement> spelled = new ArrayList<>();
    int size = document.index().size();
    for (int slot = random.nextInt(size); slot < size; slot += 1 + random.nextInt(size)) {
      if (document.index().kind(slot).isScalar()) {
        Scalar scalar = new Scalar(document, slot);
        String value = VALUES.get(random.nextInt(VALUES.size()));
        String text = random.nextBoolean() ? value : PIECES.get(random.nextInt(PIECES.size()));
        spelled.add(new Replacement(scalar, value, new Edit(scalar.span(), text)));
      }
    }
    return spelled;
  }

  /** On as many excerpts as can be. */
  private static boolean provesInParts(
      Document document, List<Replacement> spelled, Splice splice) {
    List<Region> regions =
        Excerpt.regions(document, splice.edits(), Integer.MAX_VALUE).orElseThrow();
    try {
      return new PartsProof(document, spelled, splice, 1).of(regions, part -> true).orElseThrow();
    } catch (EditException e) {
      return false;
    }
  }

  private static boolean proves(Document document, List<Replacement> spelled, Splice splice) {
    try {
      Document edited = Proof.reread(document, splice);
      new NodeProof(document, spelled, splice, edited).check();
      return true;
    } catch (EditException e) {
      return false;
    }
  }

  /** What no stage does, and an excerpt may refuse: its documents are not those of the text. */
  private static boolean endsDocument(Splice splice) {
    return splice.edits().stream().anyMatch(edit -> edit.text().contains("---"));
  }

  private static List<Edit> edits(Document document, Random random) {
    byte[] utf8 = document.source().utf8();
    List<Edit> edits = new ArrayList<>();
    int at = random.nextInt(utf8.length + 1);
    int end = Math.min(utf8.length, at + (random.nextBoolean() ? 0 : random.nextInt(20)));
    edits.add(edit(document, at, end, random));
    int more = random.nextInt(end, utf8.length + 1);
    if (random.nextInt(3) == 0 && more > end) {
      edits.add(edit(document, more, more, random));
    }
    return edits;
  }

  private static Edit edit(Document document, int from, int to, Random random) {
    byte[] utf8 = document.source().utf8();
    int start = character(utf8, from);
    int end = Math.max(start, character(utf8, to));
    String text = PIECES.get(random.nextInt(PIECES.size()));
    return new Edit(new Span(start, end), random.nextInt(8) == 0 ? "" : text);
  }

  private static int character(byte[] utf8, int offset) {
    int at = offset;
    while (at < utf8.length && (utf8[at] & 0xC0) == 0x80) {
      at++;
    }
    return at;
  }

  private static boolean proves(Document document, Splice splice) {
    return proves(document, List.of(), splice);
  }
}
