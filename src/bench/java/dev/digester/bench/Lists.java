package dev.digester.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.IntFunction;

/**
 * ResourceLists as kpt sends them: block style, two columns, compact sequences, eight annotations
 * an item.
 */
final class Lists {
  private Lists() {}

  static void list(PrintWriter out, String functionConfig, int count, IntFunction<String> item) {
    out.print("apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n");
    out.print(count == 0 ? "items: []\n" : "items:\n");
    for (int i = 0; i < count; i++) {
      out.print(item.apply(i));
    }
    out.print(functionConfig);
  }

  /** Of ten resources six are Deployments, two Services and two ConfigMaps, about 1.6 KB each. */
  static String mixed(int i, String image) {
    return switch (i % 10) {
      case 3, 7 -> service(i);
      case 5, 9 -> configMap(i);
      default -> deployment(i, image, "");
    };
  }

  static String pod(int i, List<String> images) {
    StringBuilder pod = new StringBuilder(head("v1", "Pod", "pod", i));
    pod.append("  spec:\n    containers:\n");
    for (int c = 0; c < images.size(); c++) {
      pod.append("    - name: c%d\n      image: %s\n".formatted(c, images.get(c)));
    }
    return pod.toString();
  }

  static String deployment(int i, String image, String comment) {
    return head("apps/v1", "Deployment", "app", i)
        + """
          spec:
            replicas: 3
            revisionHistoryLimit: 5
            selector:
              matchLabels:
                app.kubernetes.io/name: app-%1$05d
            template:
              metadata:
                labels:
                  app.kubernetes.io/name: app-%1$05d
              spec:
                serviceAccountName: "app"
                containers:
                - name: app
                  image: %2$s%3$s
                  imagePullPolicy: IfNotPresent
                  ports:
                  - name: http
                    containerPort: 8080
                  env:
                  - name: LOG_LEVEL
                    value: "info" # debug is too loud
                  - name: POD_NAME
                    valueFrom:
                      fieldRef:
                        fieldPath: metadata.name
                  resources:
                    requests: {cpu: 100m, memory: 128Mi}
                    limits: {memory: 256Mi}
        """
            .formatted(i, image, comment);
  }

  private static String service(int i) {
    return head("v1", "Service", "svc", i)
        + """
          spec:
            type: ClusterIP
            selector:
              app.kubernetes.io/name: app-%05d
            ports:
            - name: http
              port: 80
              targetPort: http
        """
            .formatted(i)
        + filler("    ", "trafficNote", 7);
  }

  private static String configMap(int i) {
    return head("v1", "ConfigMap", "config", i)
        + "  data:\n    application.properties: |\n"
        + "      server.port=8080\n      greeting=Hello from %05d\n".formatted(i)
        + filler("    ", "key", 7);
  }

  private static String filler(String indent, String key, int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append(
          "%s%s-%d: \"%s\"\n".formatted(indent, key, i, "a value of a usual length, ".repeat(4)));
    }
    return text.toString();
  }

  private static String head(String apiVersion, String kind, String prefix, int i) {
    return """
    - apiVersion: %1$s
      kind: %2$s
      metadata:
        name: %3$s-%4$05d
        namespace: team-a
        labels:
          app.kubernetes.io/name: app-%4$05d
          app.kubernetes.io/part-of: 'shop'
        annotations:
          config.kubernetes.io/index: '0'
          config.kubernetes.io/path: 'apps/%3$s-%4$05d.yaml'
          internal.config.kubernetes.io/index: '0'
          internal.config.kubernetes.io/path: 'apps/%3$s-%4$05d.yaml'
          internal.config.kubernetes.io/seqindent: 'compact'
          internal.config.kubernetes.io/annotations-migration-resource-id: '%4$d'
          internal.config.kubernetes.io/id: '%4$d'
          config.k8s.io/id: '%4$d'
    """
        .formatted(apiVersion, kind, prefix, i);
  }
}
