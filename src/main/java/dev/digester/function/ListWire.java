package dev.digester.function;

import dev.digester.document.read.Documents;
import dev.digester.document.read.YamlParsing;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Splice;
import dev.digester.krm.KrmException;
import dev.digester.krm.ResourceList;
import dev.digester.pipeline.Outcome;
import java.util.Optional;

/**
 * The KRM Functions Specification: a ResourceList in, a ResourceList out, failures inside of it.
 */
final class ListWire implements Wire {
  @Override
  public ResourceList read(SourceText input, YamlParsing parsing) {
    if (input.length() == 0) {
      throw new KrmException(1, "it is empty: expected a ResourceList");
    }
    return ResourceList.of(Documents.read(input, parsing));
  }

  @Override
  public Optional<Splice> answer(Outcome outcome) {
    return Optional.of(outcome.text());
  }
}
