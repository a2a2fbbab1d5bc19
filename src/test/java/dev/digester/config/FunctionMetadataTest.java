package dev.digester.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What catalogues and editors are told about the function is true. */
class FunctionMetadataTest {
  private static final JsonNode DEFINITION = yaml("catalog/krm-function-definition.yaml");
  private static final JsonNode VERSION = DEFINITION.path("spec").path("versions").path(0);
  private static final JsonNode SCHEMA = VERSION.path("schema").path("openAPIV3Schema");
  private static final JsonNode CATALOGUE = yaml("catalog/metadata.yaml");

  @Test
  void the_definition_is_that_of_a_KRM_function() {
    assertThat(DEFINITION.path("apiVersion").asString()).isEqualTo("config.kubernetes.io/v1alpha1");
    assertThat(DEFINITION.path("kind").asString()).isEqualTo("KRMFunctionDefinition");
    assertThat(DEFINITION.path("metadata").path("name").asString())
        .isEqualTo("digesters.digester.dev");
    assertThat(VERSION.path("runtime").path("container").path("requireNetwork").asBoolean())
        .isTrue();
  }

  @Test
  void the_schema_has_the_keys_of_the_spec_and_no_other() {
    assertThat(keys(SCHEMA.path("properties").path("spec"), "").toList())
        .containsExactlyInAnyOrderElementsOf(SpecKeys.all());
  }

  @Test
  void the_schema_accepts_the_example_file_with_its_defaults_and_with_its_examples()
      throws IOException {
    String text = Files.readString(Path.of("fn-config.yaml"));
    String examples =
        text.replaceAll("(?m)^  \\w+: (\\[]|\\{})$", "").replaceAll("(?m)^( *)#(?! \\S)", "$1");
    assertThat(problems(SCHEMA, node(text), "")).isEmpty();
    assertThat(problems(SCHEMA, node(examples), "")).isEmpty();
    assertThat(problems(SCHEMA, node(text + "  resolve: maybe\n  sets: []\n"), ""))
        .containsExactlyInAnyOrder(".spec.resolve is not a boolean", ".spec.sets is unknown");
  }

  @Test
  void the_defaults_of_the_schema_are_those_of_the_example_file() {
    JsonNode written = yaml("fn-config.yaml").path("spec");
    assertThat(SCHEMA.path("properties").path("spec").path("properties").properties())
        .filteredOn(key -> key.getValue().has("default"))
        .hasSize(5)
        .allSatisfy(key ->
            assertThat(written.path(key.getKey())).isEqualTo(key.getValue().path("default")));
  }

  @Test
  void the_entry_of_the_catalogue_has_the_keys_that_it_asks_for() {
    assertThat(CATALOGUE.propertyNames())
        .containsExactly(
            "image", "description", "tags", "sourceURL", "examplePackageURLs", "emails", "license");
    assertThat(texts(CATALOGUE.path("tags"))).isSubsetOf("mutator", "validator");
    assertThat(CATALOGUE.path("license").asString()).isEqualTo("Apache-2.0");
  }

  @Test
  void both_name_the_example_packages_and_the_version_that_is_built() throws IOException {
    var version = Pattern.compile("<version>(.*?)</version>").matcher(text("pom.xml"));
    assertThat(version.find()).isTrue();
    List<String> examples = texts(VERSION.path("examples"));

    assertThat(examples).allSatisfy(example -> assertThat(Path.of(example, "Kptfile")).exists());
    assertThat(texts(CATALOGUE.path("examplePackageURLs")))
        .extracting(url -> url.replaceFirst(".*/tree/main/", ""))
        .containsExactlyElementsOf(examples);
    assertThat(VERSION.path("runtime").path("container").path("image").asString())
        .isEqualTo(CATALOGUE.path("image").asString() + ":v" + version.group(1));
    assertThat(
            VERSION.path("runtime").path("exec").path("platforms").path(0).path("uri").asString())
        .isEqualTo("digester-%s-linux-amd64.tar.gz".formatted(version.group(1)));
  }

  private static Stream<String> keys(JsonNode schema, String prefix) {
    return schema.path("properties").properties().stream()
        .flatMap(property -> keysOf(property, prefix + property.getKey()));
  }

  private static Stream<String> keysOf(Map.Entry<String, JsonNode> property, String key) {
    JsonNode value = property.getValue();
    Stream<String> below =
        Stream.of(
                keys(value, key + "."),
                keys(value.path("items"), key + "[]."),
                keys(value.path("additionalProperties"), key + ".NAME."))
            .flatMap(keys -> keys);
    return key.equals("credentials") ? below : Stream.concat(Stream.of(key), below);
  }

  private static List<String> problems(JsonNode schema, JsonNode value, String path) {
    String type = schema.path("type").asString("any");
    boolean fits =
        switch (type) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isString();
          case "boolean" -> value.isBoolean();
          case "integer" -> value.isIntegralNumber();
          default -> true;
        };
    if (!fits) {
      return List.of(path + " is not a " + type);
    }
    if (schema.has("enum") && !texts(schema.path("enum")).contains(value.asString())) {
      return List.of(path + " is none of " + schema.path("enum"));
    }
    Stream<String> elements =
        elements(value).flatMap(element -> problems(schema.path("items"), element, path).stream());
    Stream<String> members =
        value.properties().stream()
            .flatMap(member -> problemsOf(member, schema, path + "." + member.getKey()).stream());
    return Stream.concat(elements, members).toList();
  }

  private static List<String> problemsOf(
      Map.Entry<String, JsonNode> member, JsonNode schema, String path) {
    JsonNode others = schema.path("additionalProperties");
    JsonNode known = schema.path("properties").path(member.getKey());
    if (known.isMissingNode() && others.isBoolean()) {
      return List.of(path + " is unknown");
    }
    return problems(known.isMissingNode() ? others : known, member.getValue(), path);
  }

  private static Stream<JsonNode> elements(JsonNode node) {
    return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.empty();
  }

  private static List<String> texts(JsonNode list) {
    return elements(list).map(JsonNode::asString).toList();
  }

  private static JsonNode yaml(String file) {
    return node(text(file));
  }

  private static JsonNode node(String yaml) {
    LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
    return new JsonMapper().valueToTree(new Load(settings).loadFromString(yaml));
  }

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
