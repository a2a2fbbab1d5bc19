package dev.digester.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registries that are named by an IPv6 address. */
@NeedsProgram(RealRegistry.PROGRAM)
class Ipv6IT {
  private static final TestImage IMAGE = TestImage.oci("team/app:v1");

  @TempDir private Path folder;

  @Test
  void a_registry_is_asked_at_its_ipv6_address() throws IOException {
    try (RealRegistry registry = RealRegistry.onIpv6(folder).seed(IMAGE)) {
      String reference = registry.reference(IMAGE);
      Outcome outcome =
          ProgramUnderTest.command().run(Lists.ofPods('"' + reference + '"')).orFail();
      assertThat(reference).startsWith("[::1]:");
      assertThat(outcome.out()).contains("image: \"" + reference + "@" + IMAGE.digest() + '"');
    }
  }
}
