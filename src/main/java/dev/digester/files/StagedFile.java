package dev.digester.files;

import dev.digester.document.text.Splice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * New contents that lie beside their file.
 *
 * @param temporary the file that holds them
 */
record StagedFile(WriteTarget target, Path temporary) {
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  /** In bytes: up to here a text is put together and written at once. */
  private static final long AT_ONCE = 1 << 20;

  /** The file that is to be made for a target. */
  static StagedFile of(WriteTarget target, TemporaryName name) {
    return new StagedFile(target, target.real().resolveSibling(name.toString()));
  }

  /** Makes it. The name is new, so another file of it is never written to. */
  void write() throws IOException {
    try (OutputStream out =
        Channels.newOutputStream(
            Files.newByteChannel(
                temporary,
                NEW,
                PosixFilePermissions.asFileAttribute(target.found().permissions())))) {
      Splice contents = target.change().contents();
      if (target.found().version().size() <= AT_ONCE) {
        contents.apply().writeTo(out);
      } else {
        contents.writeTo(out);
      }
    }
    target.found().imposeOn(temporary);
  }

  void discard() {
    Leftovers.delete(temporary);
  }
}
