package dev.digester.workspace;

import dev.digester.document.Document;
import dev.digester.files.ManifestFile;
import dev.digester.krm.Origin;
import dev.digester.krm.Resource;
import dev.digester.krm.Resources;
import java.util.List;
import java.util.Optional;

/** The resources of a file. */
public record FileResources(ManifestFile file) implements Resources {
  @Override
  public Document document() {
    return file.document();
  }

  @Override
  public List<Resource> items() {
    return file.items();
  }

  @Override
  public Optional<Origin> origin(Resource resource) {
    return file.origin(resource);
  }

  @Override
  public FileResources reread(Document edited) {
    return new FileResources(file.reread(edited));
  }
}
