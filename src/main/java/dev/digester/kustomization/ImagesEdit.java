package dev.digester.kustomization;

import dev.digester.document.Document;
import dev.digester.document.Mapping;
import dev.digester.document.Sequence;
import dev.digester.document.text.Edit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code kustomize edit set image} does, as a minimal edit: the entries that are set get the
 * same values, the rest of the file keeps its bytes. Other than kustomize it keeps {@code
 * tagSuffix} and duplicate entries, all of which are set.
 *
 * @param edits none overlapping another
 * @param expected what the entries hold afterwards, by name
 */
public record ImagesEdit(List<Edit> edits, Map<String, Values> expected) {
  /** What the keys of an entry hold. */
  public record Values(Optional<String> newName, Optional<String> newTag, Optional<String> digest) {
    static Values of(KustomizationImage image) {
      return new Values(image.newName(), image.newTag(), image.digest());
    }

    Values after(SetImage set) {
      return new Values(
          set.newName().after(newName), set.newTag().after(newTag), set.digest().after(digest));
    }

    private Map<String, Optional<String>> byKey() {
      Map<String, Optional<String>> keys = new LinkedHashMap<>();
      keys.put("newName", newName);
      keys.put("newTag", newTag);
      keys.put("digest", digest);
      return keys;
    }
  }

  private static final Values NONE =
      new Values(Optional.empty(), Optional.empty(), Optional.empty());

  public ImagesEdit {
    edits = List.copyOf(edits);
    expected = new LinkedHashMap<>(expected);
  }

  /**
   * Plans the edits of a file.
   *
   * @param sets by the arguments, in their order; the last one of a name wins
   * @throws SetImageException if an entry cannot be edited
   */
  public static ImagesEdit of(Document document, Mapping root, List<SetImage> sets) {
    Map<String, SetImage> byName = new LinkedHashMap<>();
    sets.forEach(set -> byName.put(set.name(), set));
    List<Edit> edits = new ArrayList<>();
    Map<String, Values> expected = new LinkedHashMap<>();
    TreeMap<String, Values> absent = new TreeMap<>();
    byName.forEach((name, set) -> absent.put(name, NONE.after(set)));
    for (KustomizationImage image : new Kustomization(root).images()) {
      SetImage set = byName.get(image.name().orElse(""));
      if (set != null) {
        Values values = Values.of(image).after(set);
        expected.put(set.name(), values);
        absent.remove(set.name());
        edits.addAll(EntryEdit.of(image.node(), values.byKey()));
      }
    }
    expected.putAll(absent);
    if (!absent.isEmpty()) {
      edits.addAll(new NewEntries(document, root).of(lines(absent)));
    }
    return new ImagesEdit(edits, expected);
  }

  private static TreeMap<String, List<String>> lines(TreeMap<String, Values> entries) {
    TreeMap<String, List<String>> lines = new TreeMap<>();
    entries.forEach((name, values) ->
        lines.put(name, EntryText.lines(name, values.newName(), values.newTag(), values.digest())));
    return lines;
  }

  /** Whether a document reads as it should after the edits. */
  public boolean isIn(Document edited) {
    return edited.roots().stream()
        .filter(Mapping.class::isInstance)
        .map(root -> new Kustomization((Mapping) root))
        .anyMatch(this::isIn);
  }

  private boolean isIn(Kustomization kustomization) {
    Optional<Sequence> images = kustomization.root().sequence(Kustomization.IMAGES);
    return images.isPresent()
        && expected.entrySet().stream()
            .allMatch(entry ->
                kustomization.images().stream()
                    .anyMatch(image ->
                        image.name().equals(Optional.of(entry.getKey()))
                            && Values.of(image).equals(entry.getValue())));
  }
}
