package dev.digester.registry;

import static dev.digester.registry.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.credentials.Credential;
import dev.digester.registry.ManifestAnswer.Manifest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LocalNamesTest {
  private static final LookupPolicy ANY = LookupPolicy.of(LookupPolicy.IPV4 | LookupPolicy.IPV6);

  private final List<String> asked = new ArrayList<>();

  private final InetAddressResolver dns =
      new InetAddressResolver() {
        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
            throws UnknownHostException {
          asked.add(host);
          if (host.equals("localhost")) {
            throw new UnknownHostException(host);
          }
          return Stream.of(InetAddress.ofLiteral("10.6.6.6"));
        }

        @Override
        public String lookupByAddress(byte[] address) {
          return "some.example";
        }
      };

  private final InetAddressResolver names = LocalNames.before(dns);

  private List<String> addresses(String host, LookupPolicy policy) throws UnknownHostException {
    return names.lookupByName(host, policy).map(InetAddress::getHostAddress).toList();
  }

  @Test
  void subdomains_of_localhost_are_this_machine_whatever_dns_says() throws UnknownHostException {
    assertThat(addresses("registry.localhost", ANY)).containsExactly("127.0.0.1");
    assertThat(addresses("A.b.LocalHost.", ANY)).containsExactly("127.0.0.1");
    assertThat(addresses("registry.localhost", LookupPolicy.of(LookupPolicy.IPV6)))
        .containsExactly("0:0:0:0:0:0:0:1");
    assertThat(asked).isEmpty();
  }

  @Test
  void localhost_is_what_the_hosts_file_says_and_this_machine_where_it_says_nothing()
      throws UnknownHostException {
    assertThat(addresses("localhost", ANY)).containsExactly("127.0.0.1");
    assertThat(asked).containsExactly("localhost");
  }

  @Test
  void all_other_names_are_looked_up() throws UnknownHostException {
    assertThat(addresses("localhost.example", ANY)).containsExactly("10.6.6.6");
    assertThat(names.lookupByAddress(new byte[] {10, 6, 6, 6})).isEqualTo("some.example");
  }

  @Test
  void a_registry_below_localhost_is_asked_by_plain_http_and_shown_credentials() {
    try (var server =
        ScriptedServer.start(r ->
            r.header("authorization").isEmpty()
                ? ScriptedServer.reply(401).with("WWW-Authenticate", "Basic realm=\"r\"")
                : manifest())) {
      var client = new Client().with(new Credential.Basic("u", "p"));
      var host = "k3d-registry.localhost:" + server.port();
      assertThat(client.ask(host + "/a:v1")).isInstanceOf(Manifest.class);
      assertThat(server.requests().getLast().header("host")).isEqualTo(host);
    }
  }
}
