package dev.digester.document.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.digester.document.Document;
import dev.digester.document.Scalar;
import dev.digester.document.proof.DocumentEdit;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Texts as clients and people write them: read as the engine reads them, edited in every scalar.
 */
class CorpusTest {
  private static final List<String> LISTS =
      List.of("kpt-eval.yaml", "kustomize.yaml", "people.yaml");

  private static String list(String name) {
    try (InputStream in = CorpusTest.class.getResourceAsStream("lists/" + name)) {
      assertThat(in).as(name).isNotNull();
      return SourceText.of(in.readAllBytes()).text(new Span(0, size(name)));
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static int size(String name) throws IOException {
    try (InputStream in = CorpusTest.class.getResourceAsStream("lists/" + name)) {
      return in == null ? 0 : in.readAllBytes().length;
    }
  }

  @TestFactory
  Stream<DynamicTest> values_are_those_of_the_engine() {
    return LISTS.stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> EngineValues.same(list(name))));
  }

  @TestFactory
  Stream<DynamicTest> a_suffix_on_every_scalar_changes_nothing_else() {
    return LISTS.stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> editEach(EngineValues.same(list(name)))));
  }

  private static void editEach(Document document) {
    Map<Scalar, String> all = new HashMap<>();
    for (int slot = 0; slot < document.index().size(); slot++) {
      boolean key = document.index().isKey(slot);
      if (!key && document.node(slot) instanceof Scalar scalar) {
        String value = scalar.value().stripTrailing() + "@sha256:0a";
        all.put(scalar, value);
        assertThat(
                new Scalar(DocumentEdit.of(document, Map.of(scalar, value)).apply(), scalar.id())
                    .value())
            .isEqualTo(value);
      }
    }
    Document edited = DocumentEdit.of(document, all).apply();
    all.forEach(
        (scalar, value) -> assertThat(new Scalar(edited, scalar.id()).value()).isEqualTo(value));
  }

  /** Whatever YAML lies in the jars of the class path; some have none. */
  @Test
  void yaml_of_the_class_path_reads_as_the_engine_reads_it() throws IOException {
    List<String> texts = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.endsWith(".jar") && Files.exists(Path.of(entry))) {
        texts.addAll(yaml(Path.of(entry)));
      }
    }
    texts.forEach(text -> assertThatCode(() -> EngineValues.same(text)).doesNotThrowAnyException());
  }

  private static List<String> yaml(Path jar) throws IOException {
    List<String> texts = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(CorpusTest::isYaml).toList()) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        if (Arrays.equals(bytes, text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            && isWellFormed(text)) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  private static boolean isYaml(ZipEntry entry) {
    return entry.getName().endsWith(".yaml") || entry.getName().endsWith(".yml");
  }

  private static boolean isWellFormed(String text) {
    try {
      return !EngineValues.of(text).isEmpty();
    } catch (YamlEngineException e) {
      return false;
    }
  }
}
