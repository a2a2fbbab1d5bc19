package dev.digester.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Content of a registry with its descriptor (OCI image-spec, descriptor.md).
 *
 * @param mediaType the media type under which it is served
 * @param text the content, which here is always ASCII
 * @param digest {@code sha256:} and 64 hexadecimal digits
 */
record Blob(String mediaType, String text, String digest) {
  static Blob of(String mediaType, String text) {
    String hex = HexFormat.of().formatHex(sha256(text.getBytes(US_ASCII)));
    return new Blob(mediaType, text, "sha256:" + hex);
  }

  byte[] bytes() {
    return text.getBytes(US_ASCII);
  }

  /** The descriptor's three required members, without braces. */
  String descriptor() {
    return "\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d"
        .formatted(mediaType, digest, text.length());
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
