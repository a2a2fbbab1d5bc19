package dev.digester.e2e;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** ResourceLists as kpt sends them. */
final class Lists {
  private Lists() {}

  /** A list with one Pod for each image, in this order. */
  static String ofPods(String... images) {
    return ofPods(List.of(images));
  }

  /** A list with one Pod for each image, in this order. */
  static String ofPods(List<String> images) {
    return IntStream.range(0, images.size())
        .mapToObj(at -> pod(at, images.get(at)))
        .collect(
            Collectors.joining(
                "",
                """
                apiVersion: config.kubernetes.io/v1
                kind: ResourceList
                items:
                """,
                ""));
  }

  /** The list with this text as the spec of its configuration. */
  static String configured(String list, String spec) {
    return list
        + """
        functionConfig:
          apiVersion: digester.dev/v1alpha1
          kind: Digester
          metadata: {name: digester}
          spec: %s
        """
            .formatted(spec);
  }

  private static String pod(int number, String image) {
    return """
    - apiVersion: v1
      kind: Pod
      metadata:
        name: pod-%d # the only one
      spec:
        containers:
        - name: main
          image: %s # {"$kpt-set": "image"}
    """
        .formatted(number, image);
  }
}
