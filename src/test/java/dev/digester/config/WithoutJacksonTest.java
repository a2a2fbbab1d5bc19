package dev.digester.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Most runs have no configuration; their start-up is not to pay for Jackson. */
class WithoutJacksonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: v1\nkind: ConfigMap\n",
        "apiVersion: v1\nkind: ConfigMap\ndata: {}\n",
        "apiVersion: digester.dev/v1alpha1\nkind: Digester\n",
        "apiVersion: digester.dev/v1alpha1\nkind: Digester\nspec: {}\n",
      })
  void a_configuration_without_values_needs_no_jackson(String text) throws Exception {
    assertThat(readWithoutJackson(text)).hasToString(Configuration.defaults().toString());
  }

  @Test
  void one_with_values_does() {
    assertThatThrownBy(() ->
            readWithoutJackson(
                "apiVersion: digester.dev/v1alpha1\nkind: Digester\nspec: {resolve: false}\n"))
        .isInstanceOf(InvocationTargetException.class)
        .hasRootCauseMessage("tools.jackson is not here");
  }

  private static Object readWithoutJackson(String text) throws ReflectiveOperationException {
    Method read =
        new NoJackson()
            .loadClass(ConfigurationReader.class.getName())
            .getMethod("readFile", String.class, byte[].class);
    return read.invoke(null, "c.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Loads digester's classes again, and none of Jackson's. */
  private static final class NoJackson extends ClassLoader {
    NoJackson() {
      super(WithoutJacksonTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("tools.jackson.")) {
        throw new ClassNotFoundException("tools.jackson is not here");
      }
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null || !name.startsWith("dev.digester.")) {
        return loaded != null ? loaded : super.loadClass(name, resolve);
      }
      return define(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = name.replace('.', '/') + ".class";
      try (InputStream in = getParent().getResourceAsStream(file)) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
