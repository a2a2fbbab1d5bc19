package dev.digester.cli;

import dev.digester.function.PluginWire;
import dev.digester.process.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A command line as kustomize calls a plugin: the first word is the file of the configuration. */
public final class PluginCall {
  private PluginCall() {}

  /** Whether words of a command line can only be meant as those of a plugin. */
  public static boolean isMeant(List<String> words) {
    return !words.isEmpty() && words.getFirst().startsWith("/");
  }

  /**
   * The wire of a plugin that was called with a file.
   *
   * @throws UsageException if there is no such file, or it was not kustomize that called
   */
  public static PluginWire wire(String file, Map<String, String> environment) {
    if (!Files.isRegularFile(Path.of(file))) {
      throw new UsageException(
          "there is no file " + file + ", which would be the configuration of a kustomize plugin");
    }
    String configuration = environment.get(PluginWire.CONFIGURATION);
    if (configuration == null) {
      throw new UsageException(
          PluginWire.CONFIGURATION
              + " is not set: with a file as argument it is a plugin that kustomize calls");
    }
    return new PluginWire(configuration);
  }
}
