package dev.digester.sources;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import dev.digester.reference.InvalidReferenceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has been read of a file; of what it says twice, the last counts. */
final class Collected {
  private final String path;
  private final Map<String, Known> known = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();

  Collected(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }

  void add(Known one) {
    known.put(one.key(), one);
  }

  /** Adds a digest where the file has none of that reference yet. */
  void addFirst(Known one) {
    known.putIfAbsent(one.key(), one);
  }

  void passedOver(Node node, String what, String why) {
    warnings.add("%s:%d: %s is passed over: %s".formatted(path, node.line(), what, why));
  }

  SourceFile file() {
    return new SourceFile(path, List.copyOf(known.values()), warnings);
  }

  SourceException wrong(String reason) {
    return new SourceException(path, reason);
  }

  SourceException wrong(int line, String reason) {
    return new SourceException(path, line, reason);
  }

  /** The string of a member that must be there. */
  String required(Mapping owner, Key key, String what) {
    return owner
        .text(key)
        .orElseThrow(() -> wrong(owner.line(), "%s has no '%s'".formatted(what, key)));
  }

  ImageReference reference(Node at, String text) {
    try {
      return ImageReference.parse(text);
    } catch (InvalidReferenceException e) {
      throw wrong(at.line(), e.getMessage());
    }
  }

  /** A name with a tag put to it, which must be a reference then. */
  ImageReference tagged(Node at, ImageReference name, String tag) {
    return reference(at, Known.nameOf(name) + ":" + tag);
  }

  Digest digest(Node at, String text) {
    return Digest.parse(text)
        .orElseThrow(
            () -> wrong(at.line(), "a digest must be sha256: and 64 digits of 0-9 and a-f"));
  }

  /** The digest that a reference must have; empty, with a warning, where it has none. */
  Optional<Digest> digestOf(Node at, ImageReference reference) {
    if (reference.digest().isEmpty()) {
      passedOver(at, reference.written(), "it has no digest");
    }
    return reference.digest();
  }
}
