package dev.digester.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.reference.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigesterKindTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "spec:\n",
        "spec: null\n",
        "spec: {}\n",
        "spec: {resolve: null, skip: null, timeout: ~, registries: null, credentials: null}\n",
        "metadata: {name: d}\nspec: {skip: [], setters: {}, credentials: {}, fieldSets: []}\n"
      })
  void a_spec_without_values_is_all_defaults(String text) {
    assertThat(Written.digester(text)).isEqualTo(Configuration.defaults());
  }

  @Test
  void the_defaults_pin_and_fail_and_report_changes_within_four_minutes() {
    Configuration defaults = Configuration.defaults();
    assertThat(defaults.resolve()).isTrue();
    assertThat(defaults.onFailure()).isEqualTo(Reaction.FAIL);
    assertThat(defaults.onInvalid()).isEqualTo(Reaction.FAIL);
    assertThat(defaults.results()).isEqualTo(Report.CHANGES);
    assertThat(defaults.timeout()).isEqualTo(Duration.ofMinutes(4));
    assertThat(defaults.credentials().fromPackage()).isFalse();
    assertThat(defaults.skip()).isEqualTo(SkipRules.NONE);
  }

  @Test
  void single_values_are_read() {
    Configuration read =
        Written.digester(
            """
            spec:
              resolve: false
              onFailure: keep
              onInvalid: keep
              results: all
              timeout: 1m30s
              credentials: {fromPackage: true}
              skip: [registry.internal/, "*/pause:*"]
              platforms: [linux/amd64, linux/arm64/v8]
              registriesFrom: [containers, containerd]
              fieldSets: [tekton, zalando-postgres, all]
            """);
    assertThat(read.resolve()).isFalse();
    assertThat(read.onFailure()).isEqualTo(Reaction.KEEP);
    assertThat(read.onInvalid()).isEqualTo(Reaction.KEEP);
    assertThat(read.results()).isEqualTo(Report.ALL);
    assertThat(read.timeout()).isEqualTo(Duration.ofSeconds(90));
    assertThat(read.credentials()).isEqualTo(new CredentialSettings(true));
    assertThat(read.skip()).isEqualTo(new SkipRules(List.of("registry.internal/", "*/pause:*")));
    assertThat(read.platforms())
        .containsExactly(
            new Platform("linux", "amd64", Optional.empty()),
            new Platform("linux", "arm64", Optional.of("v8")));
    assertThat(read.registriesFrom())
        .containsExactly(RegistriesSource.CONTAINERS, RegistriesSource.CONTAINERD);
    assertThat(read.fieldSets())
        .containsExactly(FieldSet.TEKTON, FieldSet.ZALANDO_POSTGRES, FieldSet.ALL);
  }

  @Test
  void a_registry_has_mirrors_and_trust_and_defaults_for_the_rest() {
    Configuration read =
        Written.digester(
            """
            spec:
              registries:
              - {host: docker.io}
              - host: reg.example:5000
                mirrors: [mirror.example:5000/hub, m.example]
                fallback: false
                ca: /etc/ssl/corp.pem
                insecure: true
                concurrency: 4
            """);
    assertThat(read.registries())
        .containsExactly(
            Registry.of("docker.io"),
            new Registry(
                "reg.example:5000",
                List.of(new Mirror("mirror.example:5000", "hub"), new Mirror("m.example", "")),
                false,
                Optional.of(new CaSource.File("/etc/ssl/corp.pem")),
                true,
                4));
  }

  @Test
  void the_text_of_certificates_may_stand_in_place_of_a_path() {
    Configuration read =
        Written.digester(
            """
            spec:
              registries:
              - host: docker.io
                ca: |
                  -----BEGIN CERTIFICATE-----
                  AAAA
                  -----END CERTIFICATE-----
            """);
    assertThat(read.registries().getFirst().ca())
        .contains(
            new CaSource.Pem("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"));
  }

  @Test
  void setters_keep_their_text_as_written() {
    Configuration read =
        Written.digester(
            """
            spec:
              setters: {a: 1.10, b: true, c: "1.27", d: null, e: ~, f: 0x1F, g: '[x, y]', h: True,
                i: [dev, 1.10, null, no], j: 10000000000000000000000, k: !!str 1, l: ""}
            """);
    assertThat(read.setters())
        .containsExactly(
            Map.entry("a", new SetterValue.Text("1.10")),
            Map.entry("b", new SetterValue.Text("true")),
            Map.entry("c", new SetterValue.Text("1.27")),
            Map.entry("d", new SetterValue.Text("")),
            Map.entry("e", new SetterValue.Text("")),
            Map.entry("f", new SetterValue.Text("0x1F")),
            Map.entry("g", new SetterValue.Text("[x, y]")),
            Map.entry("h", new SetterValue.Text("True")),
            Map.entry(
                "i",
                new SetterValue.Items(
                    List.of("dev", "1.10", "", "no"), List.of("dev", "1.10", "\"\"", "no"))),
            Map.entry("j", new SetterValue.Text("10000000000000000000000")),
            Map.entry("k", new SetterValue.Text("1")),
            Map.entry("l", new SetterValue.Text("")));
  }

  @Test
  void a_setter_schema_says_what_its_values_must_be() {
    Configuration read =
        Written.digester(
            """
            spec:
              setterSchema:
                tag: {type: string, required: true, pattern: '^\\d+\\.\\d+$', enum: [1.10, "a"], default: 1.10, description: release}
                env: {type: array, default: [dev]}
              settersFrom:
              - {kind: ConfigMap, name: versions, namespace: shop}
              - {kind: ConfigMap, name: more}
            """);
    assertThat(read.setterSchema())
        .containsExactly(
            Map.entry(
                "tag",
                new SetterSchema(
                    Optional.of(SetterSchema.Type.STRING),
                    true,
                    Optional.of("^\\d+\\.\\d+$"),
                    List.of(new SetterValue.Text("1.10"), new SetterValue.Text("a")),
                    Optional.of(new SetterSchema.Default(new SetterValue.Text("1.10"))),
                    Optional.of("release"))),
            Map.entry(
                "env",
                new SetterSchema(
                    Optional.of(SetterSchema.Type.ARRAY),
                    false,
                    Optional.empty(),
                    List.of(),
                    Optional.of(new SetterSchema.Default(new SetterValue.Items(List.of("dev")))),
                    Optional.empty())));
    assertThat(read.settersFrom())
        .containsExactly(
            new SetterSource("ConfigMap", "versions", Optional.of("shop")),
            new SetterSource("ConfigMap", "more", Optional.empty()));
  }

  @Test
  void images_are_rewritten_or_relocated() {
    Configuration read =
        Written.digester(
            """
            spec:
              images:
              - name: nginx
                newName: registry.example/nginx
                newTag: "1.27"
                tagSuffix: -alpine
                digest: sha256:1
                where: {kind: Deployment, name: web, namespace: shop, labelSelector: "app=web", container: app}
              - {name: 'ng.*', nameRegex: true}
              - {prefix: docker.io/, newPrefix: mirror.example/hub/}
            """);
    assertThat(read.images())
        .containsExactly(
            new ImageEntry.Rewrite(
                "nginx",
                false,
                Optional.of("registry.example/nginx"),
                Optional.of("1.27"),
                Optional.of("-alpine"),
                Optional.of("sha256:1"),
                new Where(
                    Optional.of("Deployment"),
                    Optional.of("web"),
                    Optional.of("shop"),
                    Optional.of(LabelSelector.parse("app=web")),
                    Optional.of("app"))),
            new ImageEntry.Rewrite(
                "ng.*",
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Where.ANY),
            new ImageEntry.Relocation("docker.io/", "mirror.example/hub/", Where.ANY));
  }

  @Test
  void fields_say_where_images_are() {
    Configuration read =
        Written.digester(
            """
            spec:
              fields:
              - {path: spec/image, group: example.com, version: v1, kind: Widget, name: main, namespace: shop, create: true}
              - {path: "a[]", pattern: '--image=(.+)'}
              - {path: data/x, format: yaml, innerPath: image/ref}
            """);
    assertThat(read.fields())
        .containsExactly(
            new FieldSpec(
                FieldPattern.parse("spec/image"),
                Optional.of("example.com"),
                Optional.of("v1"),
                Optional.of("Widget"),
                Optional.of("main"),
                Optional.of("shop"),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new FieldSpec(
                FieldPattern.parse("a[]"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of("--image=(.+)"),
                Optional.empty(),
                Optional.empty()),
            new FieldSpec(
                FieldPattern.parse("data/x"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(FieldSpec.Format.YAML),
                Optional.of(FieldPattern.parse("image/ref"))));
  }

  @Test
  void aliases_and_merge_keys_are_followed() {
    Configuration read =
        Written.digester(
            """
            metadata: {annotations: {x: &keep keep}}
            spec:
              onFailure: *keep
              registries:
              - &one {host: a.example, concurrency: 3}
              - {<<: *one, host: b.example}
              - {<<: [*one, {insecure: true}], host: c.example}
            """);
    assertThat(read.onFailure()).isEqualTo(Reaction.KEEP);
    assertThat(read.registries()).extracting(Registry::concurrency).containsOnly(3);
    assertThat(read.registries())
        .extracting(Registry::insecure)
        .containsExactly(false, false, true);
  }

  @Test
  void json_is_read_as_well() {
    String json =
        """
        {"apiVersion": "digester.dev/v1alpha1", "kind": "Digester",
         "spec": {"resolve": false, "skip": ["a/"], "setters": {"tag": 1.10}}}
        """;
    Configuration read = Written.file(json);
    assertThat(read.resolve()).isFalse();
    assertThat(read.skip().patterns()).containsExactly("a/");
    assertThat(read.setters()).containsEntry("tag", new SetterValue.Text("1.10"));
  }

  @Test
  void further_patterns_to_skip_come_after_those_of_the_spec() {
    assertThat(
            Written.digester("spec: {skip: [a/]}\n")
                .alsoSkipping(new SkipRules(List.of("b/")))
                .skip()
                .patterns())
        .containsExactly("a/", "b/");
  }
}
