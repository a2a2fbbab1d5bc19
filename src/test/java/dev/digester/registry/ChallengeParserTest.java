package dev.digester.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.registry.Challenge.Basic;
import dev.digester.registry.Challenge.Bearer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChallengeParserTest {
  private static Optional<Challenge> choose(String... headers) {
    return ChallengeParser.choose(List.of(headers), URI.create("https://r:5000/v2/a"));
  }

  private static Challenge bearer(String realm, String service, String scope) {
    return new Bearer(
        URI.create(realm),
        Optional.of(service).filter(s -> !s.isEmpty()),
        Optional.of(scope).filter(s -> !s.isEmpty()).stream().toList());
  }

  @Test
  void reads_what_registries_send() {
    assertThat(
            choose(
                "Bearer realm=\"https://auth.docker.io/token\",service=\"registry.docker.io\",scope=\"repository:library/nginx:pull\""))
        .contains(
            bearer(
                "https://auth.docker.io/token",
                "registry.docker.io",
                "repository:library/nginx:pull"));
    assertThat(choose("Basic realm=\"Registry\"")).contains(new Basic());
  }

  @Test
  void scheme_and_names_know_no_case_and_blanks_may_stand_around_equals() {
    assertThat(choose("bEARER Realm = \"https://a/t\" , SERVICE=s"))
        .contains(bearer("https://a/t", "s", ""));
    assertThat(choose("BASIC")).contains(new Basic());
  }

  @Test
  void bearer_comes_before_basic_however_they_are_listed() {
    var bearer = bearer("https://a/t", "", "");
    assertThat(choose("Basic realm=\"x\", Bearer realm=\"https://a/t\"")).contains(bearer);
    assertThat(choose("Basic realm=\"x\"", "Bearer realm=\"https://a/t\"")).contains(bearer);
    assertThat(choose("Negotiate, Basic realm=\"a, b\"")).contains(new Basic());
  }

  @Test
  void quoted_text_may_hold_anything() {
    assertThat(choose("Bearer realm=\"https://a/t\",service=\"a, \\\"b\\\" = c\""))
        .contains(bearer("https://a/t", "a, \"b\" = c", ""));
  }

  @Test
  void a_realm_is_read_as_other_clients_read_it() {
    assertThat(choose("Bearer realm=\"/to ken?a=b|c#d\""))
        .contains(bearer("https://r:5000/to%20ken?a=b%7Cc", "", ""));
    assertThat(choose("Bearer realm=\"//auth:8443/t\""))
        .contains(bearer("https://auth:8443/t", "", ""));
    assertThat(choose("Bearer realm=\"HTTP://me:secret@LOCALHOST:80\""))
        .contains(bearer("http://localhost:80/", "", ""));
  }

  @Test
  void a_realm_that_is_not_an_address_is_told_and_basic_is_answered_before_it() {
    for (var realm : List.of("a b", "unclosed", "x\\", "https://", "my_auth", "http://my_auth/t")) {
      assertThat(choose("Bearer realm=\"" + realm + "\"").orElseThrow())
          .as(realm)
          .isInstanceOf(Challenge.Unanswerable.class);
    }
    assertThat(choose("Bearer realm=\"GitLab\", Basic realm=\"x\"")).contains(new Basic());
  }

  @Test
  void what_cannot_be_answered_is_none() {
    assertThat(choose()).isEmpty();
    assertThat(choose("")).isEmpty();
    assertThat(choose("Digest realm=\"x\"")).isEmpty();
    assertThat(choose("Bearer")).isEmpty();
    assertThat(choose("=,=\"\",,")).isEmpty();
  }
}
