package dev.digester.function;

import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.read.Documents;
import dev.digester.document.read.YamlParsing;
import dev.digester.document.text.DocumentException;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Splice;
import dev.digester.krm.FunctionConfig;
import dev.digester.krm.Resource;
import dev.digester.krm.ResourceList;
import dev.digester.krm.ResourceStream;
import dev.digester.pipeline.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * kustomize's <a
 * href="https://kubectl.docs.kubernetes.io/guides/extending_kustomize/exec_plugins/">exec
 * plugins</a>: a stream of resources in, the same stream out. The configuration comes in a
 * variable, and in a file that is the first argument. A failure has no place in the stream, so
 * nothing of it is written then.
 */
public final class PluginWire implements Wire {
  /** The text of the configuration. */
  public static final String CONFIGURATION = "KUSTOMIZE_PLUGIN_CONFIG_STRING";

  private final String configuration;

  /** A wire of a plugin with that configuration. */
  public PluginWire(String configuration) {
    this.configuration = configuration;
  }

  @Override
  public ResourceList read(SourceText input, YamlParsing parsing) {
    return ResourceStream.of(Documents.read(input, parsing), configuration());
  }

  private FunctionConfig configuration() {
    try {
      List<Node> roots = Documents.read(SourceText.of(configuration)).roots();
      if (roots.size() == 1 && roots.getFirst() instanceof Mapping mapping) {
        return new FunctionConfig(new Resource(mapping));
      }
    } catch (DocumentException e) {
      throw new PluginConfigException(CONFIGURATION + ", line " + e.line() + ": " + e.getMessage());
    }
    throw new PluginConfigException(CONFIGURATION + " holds something else than one mapping");
  }

  @Override
  public Optional<Splice> answer(Outcome outcome) {
    return outcome.failed() ? Optional.empty() : Optional.of(outcome.text());
  }
}
