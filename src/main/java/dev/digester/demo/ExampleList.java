package dev.digester.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A ResourceList of manifests as kpt makes it: each document becomes an item, two columns further
 * right, with annotations that say which file it came from. Every line of the list knows the line
 * of the file that it is, so a list that came back from a function can be taken apart again without
 * being understood.
 */
final class ExampleList {
  private static final String FIRST = "- ";
  private static final String NEXT = "  ";
  private static final String SEPARATOR = "---";

  /** A line of the list, and the file's line that it shows; absent for what the list adds. */
  private record Line(String text, Optional<Place> place) {}

  /** A line of a file; both count from 0. */
  private record Place(int file, int line) {}

  private final List<ExampleFile> files;
  private final String functionConfig;
  private final List<Line> lines = new ArrayList<>();

  /**
   * @param files the manifests
   * @param functionConfig what the list carries under that key: YAML in block style, from column 0
   */
  ExampleList(List<ExampleFile> files, String functionConfig) {
    this.files = List.copyOf(files);
    this.functionConfig = functionConfig;
    add("apiVersion: config.kubernetes.io/v1");
    add("kind: ResourceList");
    add("items:");
    for (int file = 0; file < files.size(); file++) {
      addFile(file);
    }
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append('\n'));
    text.append("functionConfig:\n").append(functionConfig.indent(NEXT.length()));
    return text.toString().getBytes(UTF_8);
  }

  /**
   * The manifests as they would be written after the function answered with {@code output}.
   *
   * @throws IllegalArgumentException if the output is not this list with changes inside lines
   */
  List<ExampleFile> after(byte[] output) {
    List<String> answer = new String(output, UTF_8).lines().toList();
    if (answer.size() < lines.size()) {
      throw new IllegalArgumentException("the list came back with lines missing");
    }
    List<List<String>> texts =
        files.stream()
            .map(file -> (List<String>) new ArrayList<>(file.text().lines().toList()))
            .toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = answer.get(i);
      lines
          .get(i)
          .place()
          .ifPresent(
              place -> texts.get(place.file()).set(place.line(), line.substring(NEXT.length())));
    }
    List<ExampleFile> changed = new ArrayList<>();
    for (int file = 0; file < files.size(); file++) {
      changed.add(
          new ExampleFile(files.get(file).path(), String.join("\n", texts.get(file)) + "\n"));
    }
    return changed;
  }

  private void addFile(int file) {
    List<String> text = files.get(file).text().lines().toList();
    int index = 0;
    int start = 0;
    for (int end = 0; end <= text.size(); end++) {
      if (end < text.size() && !text.get(end).startsWith(SEPARATOR)) {
        continue;
      }
      if (text.subList(start, end).stream().anyMatch(line -> !line.isBlank())) {
        addDocument(text.subList(start, end), new Place(file, start), index++);
      }
      start = end + 1;
    }
  }

  private void addDocument(List<String> text, Place place, int index) {
    List<String> annotations = annotations(files.get(place.file()).path(), index);
    boolean annotated = text.contains("  annotations:");
    for (int i = 0; i < text.size(); i++) {
      String line = (i == 0 ? FIRST : NEXT) + text.get(i);
      lines.add(new Line(line, Optional.of(new Place(place.file(), place.line() + i))));
      if (text.get(i).equals("metadata:") && !annotated) {
        add("    annotations:");
      }
      if (text.get(i).equals(annotated ? "  annotations:" : "metadata:")) {
        annotations.forEach(this::add);
      }
    }
    if (!text.contains("metadata:")) {
      add("  metadata:");
      add("    annotations:");
      annotations.forEach(this::add);
    }
  }

  private static List<String> annotations(String path, int index) {
    return List.of(
        "      config.kubernetes.io/index: '%d'".formatted(index),
        "      config.kubernetes.io/path: '%s'".formatted(path),
        "      internal.config.kubernetes.io/index: '%d'".formatted(index),
        "      internal.config.kubernetes.io/path: '%s'".formatted(path));
  }

  private void add(String text) {
    lines.add(new Line(text, Optional.empty()));
  }
}
