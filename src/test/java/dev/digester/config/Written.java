package dev.digester.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.digester.document.Key;
import dev.digester.document.Mapping;
import dev.digester.document.read.YamlReader;
import dev.digester.document.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads configurations that tests write as text. */
final class Written {
  private static final String DIGESTER = "apiVersion: digester.dev/v1alpha1\nkind: Digester\n";
  private static final String CONFIG_MAP = "apiVersion: v1\nkind: ConfigMap\n";

  private Written() {}

  /** A Digester; the first line of the text is line 3 of the file. */
  static Configuration digester(String text) {
    return file(DIGESTER + text);
  }

  /** A ConfigMap; the first line of the text is line 3 of the file. */
  static Configuration configMap(String text) {
    return file(CONFIG_MAP + text);
  }

  static Configuration file(String text) {
    return ConfigurationReader.readFile("c.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  /** The functionConfig of a list. */
  static Configuration inList(String list) {
    return ConfigurationReader.read(functionConfig(list));
  }

  static Optional<Mapping> functionConfig(String list) {
    Mapping root = (Mapping) new YamlReader().read(SourceText.of(list)).roots().getFirst();
    return root.mapping(Key.of("functionConfig"));
  }

  static String wrongDigester(String text) {
    return wrong(DIGESTER + text);
  }

  static String wrongConfigMap(String text) {
    return wrong(CONFIG_MAP + text);
  }

  /** The message about a file that is wrong. */
  static String wrong(String text) {
    ConfigurationException e = catchThrowableOfType(ConfigurationException.class, () -> file(text));
    return String.valueOf(e.getMessage());
  }
}
