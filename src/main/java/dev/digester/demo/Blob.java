package dev.digester.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Content of a registry with its descriptor (OCI image-spec, descriptor.md).
 *
 * @param mediaType the media type under which it is served
 * @param bytes the content; not to be changed
 * @param digest {@code sha256:} and 64 hexadecimal digits
 */
record Blob(String mediaType, byte[] bytes, String digest) {
  static Blob of(String mediaType, byte[] bytes) {
    return new Blob(mediaType, bytes, "sha256:" + HexFormat.of().formatHex(sha256(bytes)));
  }

  static Blob of(String mediaType, String text) {
    return of(mediaType, text.getBytes(UTF_8));
  }

  /** The descriptor's three required members, without braces. */
  String descriptor() {
    return "\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d"
        .formatted(mediaType, digest, bytes.length);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
