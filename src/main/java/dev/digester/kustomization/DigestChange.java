package dev.digester.kustomization;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Scalar;
import dev.digester.document.text.Edit;
import dev.digester.reference.Digest;
import java.util.List;
import java.util.Optional;

/** How an entry gets a digest. */
public sealed interface DigestChange {
  /** How the pair begins. */
  String KEY_AND_COLON = "digest: ";

  /** One more key in the entry. */
  record Insert(Edit edit) implements DigestChange {}

  /** The entry has an empty {@code digest} already. */
  record Fill(Scalar scalar, String value) implements DigestChange {}

  /**
   * Plans the change.
   *
   * @param entry an entry that has no digest
   * @param after the key after which the digest goes; where the entry merges it from another
   *     mapping, the digest goes after the entry's last own key
   */
  static DigestChange of(Mapping entry, Key after, Digest digest) {
    List<Mapping.Entry> own = entry.entries();
    for (Mapping.Entry pair : own) {
      if (reads(pair, KustomizationImage.DIGEST) && pair.value() instanceof Scalar scalar) {
        return new Fill(scalar, digest.toString());
      }
    }
    Optional<Mapping.Entry> before =
        own.stream().filter(pair -> reads(pair, after)).reduce((_, last) -> last);
    Insertion insertion = new Insertion(entry, before.orElse(own.getLast()));
    return new Insert(insertion.of(List.of(KEY_AND_COLON + digest)));
  }

  private static boolean reads(Mapping.Entry pair, Key key) {
    return pair.key() instanceof Scalar scalar && scalar.is(key);
  }
}
