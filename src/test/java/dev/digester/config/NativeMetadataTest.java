package dev.digester.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The native program knows of reflection what a file says. */
class NativeMetadataTest {
  private static final Path METADATA =
      Path.of(
          "src/main/resources/META-INF/native-image/dev.digester/digester/reachability-metadata.json");

  private static final Pattern TYPE = Pattern.compile("dev\\.digester\\.[\\w$.]+");

  @Test
  void every_record_that_a_spec_is_bound_to_is_named() throws IOException {
    String metadata = Files.readString(METADATA);
    assertThat(reachable(Spec.class)).hasSizeGreaterThan(5).allMatch(metadata::contains);
    assertThat(reachable(Configuration.class)).allMatch(metadata::contains);
  }

  /** The records that are components of a record, of components, and so on. */
  private static Set<String> reachable(Class<?> root) {
    Set<String> names = new TreeSet<>();
    Deque<Class<?>> open = new ArrayDeque<>(Set.of(root));
    while (!open.isEmpty()) {
      Class<?> type = open.pop();
      if (type.isRecord() && names.add('"' + type.getName() + '"')) {
        Arrays.stream(type.getRecordComponents())
            .flatMap(part -> types(part.getGenericType().getTypeName()))
            .forEach(open::add);
      }
    }
    return names;
  }

  private static Stream<Class<?>> types(String generic) {
    return TYPE.matcher(generic).results().map(match -> type(match.group()));
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
