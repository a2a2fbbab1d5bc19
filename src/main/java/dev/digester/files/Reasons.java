package dev.digester.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What a failure of the file system is in words. */
final class Reasons {
  private Reasons() {}

  /** Without the path, in lower case. */
  static String of(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "does not exist";
      case AccessDeniedException _ -> "permission denied";
      case NotDirectoryException _ -> "is not a directory";
      case FileSystemLoopException _ -> "too many levels of symbolic links";
      case FileSystemException system -> lower(system.getReason());
      default -> lower(failure.getMessage());
    };
  }

  /** The system's own words begin with a capital letter. */
  private static String lower(@org.jspecify.annotations.Nullable String words) {
    if (words == null || words.isEmpty()) {
      return "the system does not say why";
    }
    return Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }
}
