package dev.digester.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** registries/12: other clients follow what RFC 3986 does not allow. */
class AddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          https://h/p?x=1 ~ https://h/p?x=1
          https://h ~ https://h/
          https://h?x=1 ~ https://h/?x=1
          HTTPS://H.Example:443/P ~ https://h.example:443/P
          https://h:/p ~ https://h/p
          https://h/b?fn=a b ~ https://h/b?fn=a%20b
          https://h/a b/c ~ https://h/a%20b/c
          https://h/b?sig=a|b ~ https://h/b?sig=a%7Cb
          https://h/b?cd=attachment; filename="x" ~ https://h/b?cd=attachment;%20filename=%22x%22
          https://h/b[1]?c[2] ~ https://h/b%5B1%5D?c[2]
          https://h/b%2Fc?x=%2F%20%zz ~ https://h/b%2Fc?x=%2F%20%25zz
          https://h/b?x=100% ~ https://h/b?x=100%25
          https://h/b?x=1%2 ~ https://h/b?x=1%252
          https://h/50%?x ~ https://h/50%25?x
          https://h/{a}^`b`\\c<d> ~ https://h/%7Ba%7D%5E%60b%60%5Cc%3Cd%3E
          https://h/ü?n=é ~ https://h/%FC?n=%E9
          https://h/€ ~ https://h/%E2%82%AC
          https://h/b?x#f ~ https://h/b?x
          https://h/#?x ~ https://h/
          https://u:p@h/b ~ https://h/b
          https://u:p@x@h/b ~ https://h/b
          https://[::1]:5000/b ~ https://[::1]:5000/b
          https://h//a//b ~ https://h//a//b
          https://h/a/.well-known/b ~ https://h/a/.well-known/b
          https://h/a?next=https://other/@/?/ ~ https://h/a?next=https://other/@/?/
          `  https://h/a  ` ~ https://h/a
          ftp://h/a ~ ftp://h/a
          """)
  void is_escaped_where_it_must_be_and_else_kept(String text, String expected) {
    assertThat(Address.of(text)).isEqualTo(new Address.Usable(URI.create(expected)));
  }

  @ParameterizedTest
  @CsvSource({
    "/c?d=e f, https://h:1/c?d=e%20f",
    "c, https://h:1/a/c",
    "c d, https://h:1/a/c%20d",
    "../c, https://h:1/c",
    "./c, https://h:1/a/c",
    "?d, https://h:1/a/b?d",
    "#f, https://h:1/a/b?q",
    "'', https://h:1/a/b?q",
    "//o/c, https://o/c",
    "http://o/c, http://o/c",
    "HTTP://o, http://o/",
  })
  void of_a_reference_is_completed(String reference, String expected) {
    assertThat(Address.of(reference, URI.create("https://h:1/a/b?q")))
        .isEqualTo(new Address.Usable(URI.create(expected)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "h",
        "/a",
        "mailto:x",
        "https:",
        "https://",
        "https:///a",
        "http:///x",
        "https:/h/a",
        "https://h:0/",
        "https://h:65536/",
        "https://h:99999999999/",
        "https://h:x/",
        "https://v1.27/",
        "https://registry.corp.123/",
        "https://300.1.2.3/",
        "https://127.1:5000/",
        "https://0x7f.1/",
        "https://h i/",
        "https://-h/",
        "https://h..i/",
        "https://[::1/",
        "https://[x]/",
        "https://my_mirror:5000/",
        "https://a%2Fb/",
        "https://u:p@/",
        "https://ä/",
        "://h/"
      })
  void that_cannot_be_asked_is_told_without_secrets(String text) {
    assertThat(Address.of(text))
        .isInstanceOfSatisfying(
            Address.Unusable.class,
            unusable -> assertThat(unusable.why()).isNotEmpty().doesNotContain("u:p"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://my_mirror:5000/x?secret, 'my_mirror:5000 has a _, which the name of a host cannot have'",
    "https://v1.27/app, 'v1.27 is not a host, or a host with a port'",
    "https://h:99999/app, 'h:99999 is not a host, or a host with a port'",
    "https:///app, it names no host",
  })
  void that_cannot_be_asked_says_why(String text, String why) {
    assertThat(Address.of(text)).isEqualTo(new Address.Unusable(why));
  }
}
