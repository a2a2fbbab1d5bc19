package dev.digester.function;

import dev.digester.document.read.YamlParsing;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Splice;
import dev.digester.krm.ResourceList;
import dev.digester.pipeline.Outcome;
import java.util.Optional;

/** How an orchestrator hands over resources and takes them back. */
public sealed interface Wire permits ListWire, PluginWire {
  /**
   * Finds the resources in what stood on standard input.
   *
   * @throws dev.digester.document.text.DocumentException if it is not YAML
   * @throws dev.digester.krm.KrmException if it holds something else than it should
   * @throws PluginConfigException if the configuration that came beside it cannot be read
   */
  ResourceList read(SourceText input, YamlParsing parsing);

  /** What is written to standard output; empty: not one byte. */
  Optional<Splice> answer(Outcome outcome);
}
