package dev.digester.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {
  private static final Proxies DIRECT = new Proxies(Map.of());

  /** A hosts file, so to speak. */
  private static InetAddress[] names(String host) throws UnknownHostException {
    return switch (host) {
      case "this-machine.example" -> new InetAddress[] {InetAddress.ofLiteral("127.0.1.1")};
      case "metadata.example" -> new InetAddress[] {InetAddress.ofLiteral("169.254.169.254")};
      case "link.example" -> new InetAddress[] {InetAddress.ofLiteral("fe80::1")};
      case "unspecified.example" -> new InetAddress[] {InetAddress.ofLiteral("::")};
      case "two.example" ->
          new InetAddress[] {InetAddress.ofLiteral("10.1.2.3"), InetAddress.ofLiteral("::1")};
      case "far.example" -> new InetAddress[] {InetAddress.ofLiteral("10.1.2.3")};
      default -> throw new UnknownHostException(host);
    };
  }

  private static boolean covers(String registry, String target) {
    return Reach.of(registry, DIRECT, ReachTest::names).covers(URI.create(target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1:5001/token",
        "https://127.8.9.10/token",
        "http://localhost/x",
        "https://LOCALHOST./x",
        "https://a.b.localhost:1/x",
        "https://[::1]/x",
        "https://[0:0:0:0:0:0:0:1]/x",
        "https://[::ffff:127.0.0.1]/x",
        "https://[::ffff:7f00:1]/x",
        "https://[::127.0.0.1]/x",
        "https://[::ffff:169.254.169.254]/x",
        "https://0.0.0.0:5000/x",
        "https://[::]/x",
        "http://169.254.169.254/latest/meta-data",
        "https://[fe80::1]/x",
        "https://2130706433/x",
        "https://127.1/x",
        "https://0x7f.1/x",
        "https://this-machine.example/x",
        "https://metadata.example/x",
        "https://link.example/x",
        "https://unspecified.example/x",
        "https://two.example/x"
      })
  void a_far_registry_does_not_lead_to_this_machine_or_its_link(String target) {
    assertThat(covers("registry.example", target)).isFalse();
    assertThat(covers("10.9.0.1:5000", target)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f.1",
        "0x7f000001",
        "0177.0.0.1",
        "017700000001",
        "127.0.0.1",
        "0",
        "0.0.0.0",
        "0x0",
        "169.254.1",
        "2852039166",
        "::1",
        "[::1]",
        "::ffff:127.0.0.1",
        "localhost",
        "x.localhost",
        "x.LocalHost."
      })
  void every_spelling_of_this_machine_or_its_link_is_known(String host) {
    assertThat(Reach.isLocal(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "128.0.0.1", "10.0.0.1", "1", "2130706432.example", "localhost.example", "mylocalhost",
        "fe.example", "::2", "2001:db8::1", "beef", "dead.beef", ""
      })
  void other_hosts_are_elsewhere(String host) {
    assertThat(Reach.isLocal(host)).isFalse();
    assertThat(Loopback.is(host)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://far.example/token",
        "https://unknown.example/token",
        "https://10.1.2.3:5000/x",
        "https://192.168.1.1/x",
        "https://[2001:db8::1]/x",
        "https://localhost.example/x"
      })
  void it_leads_anywhere_else(String target) {
    assertThat(covers("registry.example", target)).isTrue();
  }

  @Test
  void a_registrys_own_host_and_port_are_within_its_reach() {
    assertThat(covers("this-machine.example", "https://this-machine.example/token")).isTrue();
    assertThat(covers("this-machine.example:5000", "http://this-machine.example:5000/t")).isTrue();
    assertThat(covers("this-machine.example:5000", "https://this-machine.example/t")).isFalse();
    assertThat(covers("169.254.1.1:5000", "https://169.254.1.1:5000/t")).isTrue();
    assertThat(covers("169.254.1.1:5000", "https://169.254.1.1:5001/t")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:5000", "127.0.0.1:5000", "127.0.0.2", "[::1]:5000", "r.localhost"})
  void a_registry_on_this_machine_leads_anywhere(String registry) {
    assertThat(covers(registry, "https://127.0.0.1:1/token")).isTrue();
    assertThat(covers(registry, "https://far.example/token")).isTrue();
  }

  @Test
  void names_that_a_proxy_looks_up_are_not_looked_up_here() {
    var proxied =
        Reach.of(
            "registry.example",
            new Proxies(Map.of("HTTPS_PROXY", "http://proxy.example:3128")),
            ReachTest::names);
    assertThat(proxied.covers(URI.create("https://this-machine.example/x"))).isTrue();
    assertThat(proxied.covers(URI.create("https://127.0.0.1/x"))).isFalse();
    assertThat(proxied.covers(URI.create("https://[::ffff:169.254.169.254]/x"))).isFalse();
    var excepted =
        Reach.of(
            "registry.example",
            new Proxies(Map.of("HTTPS_PROXY", "http://proxy.example:3128", "NO_PROXY", ".example")),
            ReachTest::names);
    assertThat(excepted.covers(URI.create("https://this-machine.example/x"))).isFalse();
  }
}
