package dev.digester.resolve;

import dev.digester.credentials.Keychain;
import dev.digester.reference.ImageReference;

/**
 * Which digest an image's tag names, for someone with certain credentials. Two questions with
 * different keychains are two lookups, and share no token.
 *
 * @param keychain asked only if a registry wants to know who asks
 */
public record Question(ImageReference reference, Keychain keychain) {

  /** What makes two spellings of one question the same. */
  record Identity(String image, Keychain keychain) {}

  Identity identity() {
    return new Identity(reference.canonical(), keychain);
  }
}
