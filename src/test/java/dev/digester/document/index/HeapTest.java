package dev.digester.document.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.document.Document;
import dev.digester.document.read.Documents;
import dev.digester.document.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document keeps of the heap, computed from its arrays: nothing else is retained. */
class HeapTest {
  static final String DEPLOYMENT =
      """
      - apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
          labels: {app: "web", tier: 'front'}
          annotations:
            config.kubernetes.io/index: '0'
            config.kubernetes.io/path: 'deploy.yaml'
            internal.config.kubernetes.io/index: '0'
            internal.config.kubernetes.io/path: 'deploy.yaml'
        spec:
          replicas: 3
          template:
            spec:
              containers:
              - name: c1
                image: "nginx:1.25" # {"$kpt-set": "image"}
                ports:
                - containerPort: 80
      """;

  private static double times(Document document) {
    return 1 + (double) document.index().bytes() / document.source().length();
  }

  @Test
  void the_index_of_an_ordinary_list_takes_at_most_one_and_a_half_times_its_bytes() {
    Document document = Documents.read(SourceText.of("items:\n" + DEPLOYMENT.repeat(200)));

    assertThat(times(document)).isLessThan(2.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"- a: b\n", "- &a x: *a\n", "- {a: b, c: d}\n"})
  void the_densest_texts_stay_in_bounds(String line) {
    assertThat(times(Documents.read(SourceText.of(line.repeat(10_000))))).isLessThan(8);
  }

  @Test
  void a_json_list_without_white_space_takes_less_than_four_times_its_bytes() {
    String item =
        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"p\",\"labels\":{\"app\":\"p\"}},"
            + "\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"redis:7\",\"ports\":[{\"containerPort\":80}]}]}}";
    String text = "[" + (item + ",").repeat(500) + item + "]";

    assertThat(times(Documents.read(SourceText.of(text)))).isLessThan(4);
  }
}
