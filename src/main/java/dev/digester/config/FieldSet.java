package dev.digester.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A built-in list of places where the resources of a well-known project hold images. Each is a
 * file, a place a line with where it is documented, and is read when it is named. Places that every
 * pod spec has are there as well where the file would not be all of a project; what a resource
 * builds and pushes is not.
 */
public enum FieldSet implements Word {
  TEKTON,
  ARGO,
  PROMETHEUS,
  JOBSET,
  KUEUE,
  LEADERWORKERSET,
  VOLCANO,
  KUBERAY,
  KUBEFLOW,
  SPARK,
  FLINK,
  KNATIVE,
  KEDA,
  CLOUDRUN,
  AGONES,
  OPENKRUISE,
  KUBEVIRT,
  CDI,
  CLOUDNATIVEPG,
  ZALANDO_POSTGRES,
  STRIMZI,
  ECK,
  RABBITMQ,
  MONGODB,
  OPENTELEMETRY,
  THANOS,
  GRAFANA,
  CROSSPLANE,
  OLM,
  /** All of the others. */
  ALL;

  /** In a line: the group, the kind, the path, the source, a pattern or nothing. */
  private static final int KIND = 1;

  private static final int PATH = 2;
  private static final int PATTERN = 4;

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static FieldSet of(String word) {
    return Word.of(values(), word);
  }

  /** The places of the set, in the order of its file. */
  public List<FieldSpec> fields() {
    return this == ALL
        ? Arrays.stream(values()).filter(set -> set != ALL).flatMap(FieldSet::read).toList()
        : read().toList();
  }

  private Stream<FieldSpec> read() {
    return text().lines().filter(line -> !line.startsWith("#")).map(line -> field(line.split(" ")));
  }

  private static FieldSpec field(String[] columns) {
    FieldSpec field = FieldSpec.of(columns[0], columns[KIND], columns[PATH]);
    return columns.length > PATTERN ? field.holding(columns[PATTERN]) : field;
  }

  private String text() {
    String name = "field-sets/" + word() + ".txt";
    try (InputStream file = FieldSet.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
