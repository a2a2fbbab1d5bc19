package dev.digester.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.config.LabelSelector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries that are for some resources and containers only. */
class WhereTest {
  private static final String ITEMS =
      """
      - kind: Deployment
        metadata: {name: web, namespace: shop, labels: {app: web, tier: front, n: "4"}}
        spec: {template: {spec: {containers: [{name: app, image: a}, {name: side, image: a}]}}}
      - kind: Job
        metadata: {name: load, labels: {app: load, n: "010", x: x4}}
        spec: {template: {spec: {initContainers: [{name: app, image: a}]}}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {kind: Deployment}                        | 110
          {kind: Job}                               | 001
          {name: web}                               | 110
          {namespace: shop}                         | 110
          {container: app}                          | 101
          {container: side, kind: Job}              | 000
          {labelSelector: app=web}                  | 110
          {labelSelector: app==load}                | 001
          {labelSelector: app!=web}                 | 001
          {labelSelector: 'tier!=front'}            | 001
          {labelSelector: 'app in (web, load)'}     | 111
          {labelSelector: 'app notin (web, x)'}     | 001
          {labelSelector: tier}                     | 110
          {labelSelector: '!tier'}                  | 001
          {labelSelector: 'app=web,tier=front'}     | 110
          {labelSelector: ''}                       | 111
          {labelSelector: ' '}                      | 111
          {labelSelector: 'n>4'}                    | 001
          {labelSelector: 'n > 3'}                  | 111
          {labelSelector: 'n<10'}                   | 110
          {labelSelector: 'n<-1'}                   | 000
          {labelSelector: 'x>1'}                    | 000
          {labelSelector: 'x<9'}                    | 000
          {labelSelector: 'none<9'}                 | 000
          {labelSelector: 'n>3,app=load'}           | 001
          {labelSelector: 'app in (web,x),tier!=front'} | 000
          """)
  void a_rule_is_for_what_its_conditions_select(String where, String rewritten) {
    String text =
        Rewriting.of("{images: [{name: a, newName: b, where: " + where + "}]}", ITEMS).items();
    assertThat(
            text.lines()
                .flatMap(line -> line.chars().mapToObj(i -> (char) i).map(String::valueOf))
                .reduce("", String::concat)
                .replaceAll("image: a", "0_")
                .replaceAll("image: b", "1_")
                .replaceAll("(.)_|[^_]", "$1"))
        .isEqualTo(rewritten);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",",
        "app=web,",
        "app in ()",
        "app in (web",
        "app web",
        "n>",
        "n>a",
        "n>1.5",
        ">4",
        "n>=4",
        "n>99999999999999999999"
      })
  void a_selector_that_kubectl_refuses_is_refused(String selector) {
    assertThatThrownBy(() -> LabelSelector.parse(selector))
        .hasMessage(
            "must be requirements such as app=web,tier!=cache,env in (dev, stage), but it is \""
                + selector
                + '"');
  }

  @Test
  void an_entry_whose_conditions_never_hold_is_a_warning() {
    assertThat(
            Rewriting.of("{images: [{name: a, newName: b, where: {kind: Pod}}]}", ITEMS).messages())
        .containsExactly(
            "spec.images[0] (name a) matches no image: there are such images, but not where kind is Pod: correct it or remove it");
    assertThat(
            Rewriting.of(
                    "{images: [{name: a, newName: b, where: {labelSelector: 'app=x', container: app}}]}",
                    ITEMS)
                .messages())
        .containsExactly(
            "spec.images[0] (name a) matches no image: there are such images, but not where labelSelector is app=x and container is app: correct it or remove it");
  }

  @Test
  void the_next_entry_of_the_same_name_is_tried() {
    assertThat(
            Rewriting.of(
                    "{images: [{name: a, newName: b, where: {kind: Job}}, {name: a, newName: c}]}",
                    ITEMS)
                .items())
        .isEqualTo(
            ITEMS
                .replace("[{name: app, image: a}]", "[{name: app, image: b}]")
                .replace("image: a", "image: c"));
  }
}
