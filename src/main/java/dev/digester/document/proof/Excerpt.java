package dev.digester.document.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.digester.document.Document;
import dev.digester.document.Scalar;
import dev.digester.document.edit.Replacement;
import dev.digester.document.index.NodeIndex;
import dev.digester.document.read.ScanReader;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.Edit;
import dev.digester.document.text.Pieces;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Splice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The {@link Regions} that edits touch, as the documents of a short text, before and after the
 * edits: what these do to it they do to the whole text, of which then no more needs to be read
 * again.
 */
final class Excerpt {
  private static final byte[] MARKER = "---\n".getBytes(US_ASCII);

  private final Document whole;
  private final List<Region> regions;

  /** Where the regions begin in the excerpt. */
  private final int[] places;

  /** The nodes of the excerpt that are the regions' first ones. */
  private final int[] firsts;

  private final Document document;

  private Excerpt(Document whole, List<Region> regions) {
    this.whole = whole;
    this.regions = regions;
    this.places = new int[regions.size()];
    this.firsts = new int[regions.size()];
    this.document = whole.reader().read(text());
  }

  /**
   * The excerpt of the lines that edits can make read differently; none where only the whole text
   * tells: see {@link #regions}, and where the excerpt does not read as the whole does.
   *
   * @param edits in the order of the text
   * @param most how many bytes of the whole text it may have
   */
  static Optional<Excerpt> of(Document whole, List<Edit> edits, int most) {
    return regions(whole, edits, most).flatMap(regions -> of(whole, regions));
  }

  /** As {@link #of(Document, List, int)}, for some of the regions. */
  static Optional<Excerpt> of(Document whole, List<Region> regions) {
    try {
      return Optional.of(new Excerpt(whole, regions)).filter(Excerpt::readsAlike);
    } catch (DocumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The regions that edits touch; none where no excerpt of them tells: in JSON, and in what has
   * anchors and tags or was not read by the scan.
   *
   * @param edits in the order of the text
   * @param most how many bytes they may have
   */
  static Optional<List<Region>> regions(Document whole, List<Edit> edits, int most) {
    if (!(whole.reader() instanceof ScanReader) || whole.index().hasSides()) {
      return Optional.empty();
    }
    List<Region> regions = Regions.of(whole, edits);
    int bytes = 0;
    for (Region region : regions) {
      bytes += region.end() - region.start();
    }
    return bytes > most ? Optional.empty() : Optional.of(regions);
  }

  private SourceText text() {
    int bytes = MARKER.length * Math.max(0, places.length - 1);
    for (Region region : regions) {
      bytes += region.bytes();
    }
    Pieces text = new Pieces(bytes);
    for (int i = 0; i < places.length; i++) {
      Region region = regions.get(i);
      if (i > 0) {
        text.add(MARKER);
      }
      text.add(region.head().getBytes(US_ASCII));
      places[i] = text.length();
      text.add(whole.source().utf8(), region.start(), region.end());
    }
    return SourceText.of(text.bytes());
  }

  /** Whether the regions read as in the whole text. */
  private boolean readsAlike() {
    NodeIndex index = document.index();
    int slot = 0;
    for (int i = 0; i < places.length; i++) {
      while (slot < index.size() && index.start(slot) < places[i]) {
        slot++;
      }
      firsts[i] = slot;
      int shift = shift(i);
      int behind = behind(i);
      for (int node = regions.get(i).first(); node < behind; node++) {
        if (slot == index.size() || !isAlike(node, slot++, shift)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Collections of block style may end after the region. */
  private boolean isAlike(int node, int slot, int shift) {
    NodeIndex index = whole.index();
    NodeIndex excerpt = document.index();
    return index.kindByte(node) == excerpt.kindByte(slot)
        && index.start(node) + shift == excerpt.start(slot)
        && (index.end(node) + shift == excerpt.end(slot) || index.kind(node).isBlockCollection());
  }

  List<Region> regions() {
    return regions;
  }

  /** The node after the last one that begins in a region. */
  int behind(int region) {
    NodeIndex index = whole.index();
    int end = regions.get(region).end();
    if (end == whole.source().length()) {
      return index.size();
    }
    int node = regions.get(region).first();
    while (node < index.size() && index.start(node) < end) {
      node++;
    }
    return node;
  }

  /** How far a region is from where it is in the whole text. */
  int shift(int region) {
    return places[region] - regions.get(region).start();
  }

  /** The node of the excerpt that is a region's first one. */
  int first(int region) {
    return firsts[region];
  }

  /** The excerpt as it is. */
  Document document() {
    return document;
  }

  /** The edits of the whole text as edits of the excerpt. */
  Splice splice(Splice splice) {
    List<Edit> edits = new ArrayList<>(splice.edits().size());
    int region = 0;
    for (Edit edit : splice.edits()) {
      region = regionOf(edit, region);
      edits.add(edit.shifted(shift(region)));
    }
    return new Splice(document.source(), edits);
  }

  /**
   * The replacements of scalars of the whole text as such of the excerpt.
   *
   * @param replacements in the order of the text
   */
  List<Replacement> replacements(List<Replacement> replacements) {
    List<Replacement> shifted = new ArrayList<>(replacements.size());
    int region = 0;
    for (Replacement replacement : replacements) {
      region = regionOf(replacement.edit(), region);
      int slot = firsts[region] + replacement.scalar().id() - regions.get(region).first();
      shifted.add(
          new Replacement(
              new Scalar(document, slot),
              replacement.value(),
              replacement.edit().shifted(shift(region))));
    }
    return shifted;
  }

  private int regionOf(Edit edit, int from) {
    int region = from;
    while (regions.get(region).end() < edit.span().start()) {
      region++;
    }
    return region;
  }
}
