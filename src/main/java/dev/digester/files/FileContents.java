package dev.digester.files;

import dev.digester.document.Document;
import dev.digester.document.read.Documents;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** What became of one file. */
sealed interface FileContents {
  record Read(ManifestFile file) implements FileContents {}

  record LeftOut(Note.Reason reason, String shown) implements FileContents {}

  record Broken(Problem problem) implements FileContents {}

  /** Reads a file as what it is. */
  static FileContents of(FoundFile file, InputStream standardInput) {
    try {
      if (file.size() > SourceText.MAX_BYTES) {
        return tooLarge(file);
      }
      byte[] bytes =
          switch (file.kind()) {
            case REGULAR -> Files.readAllBytes(file.path());
            case STREAM -> stream(file);
            case STANDARD_INPUT -> upToBound(standardInput);
          };
      return bytes.length > SourceText.MAX_BYTES ? tooLarge(file) : parsed(file, bytes);
    } catch (IOException e) {
      return new Broken(Problem.of(file.shown(), "cannot be read: " + Reasons.of(e)));
    }
  }

  private static byte[] stream(FoundFile file) throws IOException {
    try (InputStream in = Files.newInputStream(file.path())) {
      return upToBound(in);
    }
  }

  private static byte[] upToBound(InputStream in) throws IOException {
    return in.readNBytes(SourceText.MAX_BYTES + 1);
  }

  private static FileContents tooLarge(FoundFile file) {
    return new Broken(Problem.of(file.shown(), "is larger than 256 MiB: split it or ignore it"));
  }

  private static FileContents parsed(FoundFile file, byte[] bytes) {
    boolean standardInput = file.kind() == FoundFile.Kind.STANDARD_INPUT;
    if (standardInput && isBlank(bytes)) {
      return new Broken(Problem.of(file.shown(), "standard input is empty: expected manifests"));
    }
    try {
      Document document = Documents.read(SourceText.of(bytes));
      return ManifestNames.isJson(file.shown()) && !document.isJson()
          ? new LeftOut(Note.Reason.NOT_JSON, file.shown())
          : new Read(new ManifestFile(file, bytes, document));
    } catch (DocumentException e) {
      return unparsed(file, bytes, e);
    }
  }

  private static FileContents unparsed(FoundFile file, byte[] bytes, DocumentException e) {
    if (holdsTemplate(bytes)) {
      return new LeftOut(Note.Reason.TEMPLATE, file.shown());
    }
    return ManifestNames.isJson(file.shown())
        ? new LeftOut(Note.Reason.NOT_JSON, file.shown())
        : new Broken(new Problem(file.shown(), e.line(), e.getMessage()));
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  private static boolean holdsTemplate(byte[] bytes) {
    for (int i = 1; i < bytes.length; i++) {
      if (bytes[i] == '{' && bytes[i - 1] == '{') {
        return true;
      }
    }
    return false;
  }
}
