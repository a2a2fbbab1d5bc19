package dev.digester.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.digester.document.read.JsonReader;
import dev.digester.document.text.SourceText;
import dev.digester.krm.ResourceRef;
import dev.digester.reference.Digest;
import dev.digester.reference.ImageReference;
import dev.digester.resolve.Resolution;
import dev.digester.resolve.Resolution.Cause;
import dev.digester.resolve.Source;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class VerifyTest {
  private static final Digest A = Digest.parse("sha256:" + "a".repeat(64)).orElseThrow();
  private static final Digest B = Digest.parse("sha256:" + "b".repeat(64)).orElseThrow();

  private static Resolution found(Digest digest) {
    return new Resolution.Resolved(
        digest, "", Source.REGISTRY, Optional.empty(), List.of(), List.of());
  }

  private static Resolution failed(Cause cause) {
    return new Resolution.Failed(cause, "it failed", List.of());
  }

  /** A registry that tells what it was asked. */
  private record Asked(Resolution tag, Resolution digest, List<Digest> children, List<String> log)
      implements Decision.Registry {
    @Override
    public Resolution tag() {
      log.add("tag");
      return tag;
    }

    @Override
    public Resolution digest() {
      log.add("digest");
      return digest;
    }

    @Override
    public List<Digest> children() {
      log.add("children");
      return children;
    }
  }

  private static String decide(
      String image, Resolution tag, Resolution digest, Digest... children) {
    List<String> log = new ArrayList<>();
    Decision decision =
        Decision.of(
            ImageReference.parse(image),
            Optional.empty(),
            new Asked(tag, digest, List.of(children), log));
    return decision.kind().word() + " " + log;
  }

  private static final String PINNED = "h:5/a:v1@" + A;

  @Test
  void a_current_image_costs_one_look_up() {
    assertThat(decide(PINNED, found(A), failed(Cause.UNKNOWN))).isEqualTo("current [tag]");
    assertThat(decide("h:5/a@" + A, failed(Cause.UNKNOWN), found(A))).isEqualTo("present [digest]");
  }

  @Test
  void more_is_asked_only_to_tell_moved_child_and_gone_apart() {
    assertThat(decide(PINNED, found(B), found(A), A)).isEqualTo("child [tag, children]");
    assertThat(decide(PINNED, found(B), found(A))).isEqualTo("moved [tag, children, digest]");
    assertThat(decide(PINNED, found(B), failed(Cause.UNKNOWN)))
        .isEqualTo("gone [tag, children, digest]");
    assertThat(decide(PINNED, failed(Cause.UNKNOWN), found(A))).isEqualTo("tag-gone [tag, digest]");
    assertThat(decide(PINNED, failed(Cause.UNKNOWN), failed(Cause.UNKNOWN)))
        .isEqualTo("gone [tag, digest]");
    assertThat(decide("h:5/a@" + A, found(A), failed(Cause.UNKNOWN))).isEqualTo("gone [digest]");
  }

  @Test
  void platforms_and_failures_have_classes_of_their_own() {
    assertThat(decide(PINNED, failed(Cause.PLATFORM), failed(Cause.PLATFORM)))
        .isEqualTo("platform-missing [tag, digest]");
    assertThat(decide(PINNED, failed(Cause.PLATFORM), found(A))).isEqualTo("moved [tag, digest]");
    for (Cause cause : List.of(Cause.REFUSED, Cause.RATE_LIMITED, Cause.UNREACHABLE)) {
      assertThat(decide(PINNED, failed(cause), found(A))).isEqualTo("unreachable [tag]");
    }
  }

  @Test
  void what_needs_no_network_asks_nothing_and_a_mismatch_goes_before_all() {
    assertThat(decide("h:5/a:v1", found(A), found(A))).isEqualTo("unpinned []");
    List<String> log = new ArrayList<>();
    Decision mismatch =
        Decision.of(
            ImageReference.parse(PINNED),
            Optional.of(B),
            new Asked(found(A), found(A), List.of(), log));
    assertThat(mismatch)
        .isEqualTo(new Decision(FindingClass.MISMATCH, "the lock has " + B + " for it"));
    assertThat(log).isEmpty();
    assertThat(Decision.offline(ImageReference.parse(PINNED), Optional.of(A))).isEmpty();
  }

  @Test
  void a_moved_tag_shows_both_digests() {
    Decision moved =
        Decision.of(
            ImageReference.parse(PINNED),
            Optional.empty(),
            new Asked(found(B), found(A), List.of(), new ArrayList<>()));
    assertThat(moved.message()).isEqualTo("tag v1 moved from %s to %s".formatted(A, B));
  }

  @Test
  void classes_that_fail_are_named_by_their_words() {
    assertThat(FailOn.parse("moved, tag-gone").classes())
        .containsExactlyInAnyOrder(FindingClass.MOVED, FindingClass.TAG_GONE);
    assertThat(FailOn.parse("").classes()).isEmpty();
    assertThat(FailOn.DEFAULT.fails(FindingClass.UNREACHABLE)).isTrue();
    assertThat(FailOn.DEFAULT.fails(FindingClass.MOVED)).isFalse();
    assertThatThrownBy(() -> FailOn.parse("moved,old"))
        .hasMessage(
            "\"old\" is not a class of findings; there are current, moved, child, tag-gone, gone, present, unpinned, platform-missing, mismatch, unreachable, invalid");
  }

  private static Finding finding(String image, FindingClass kind, String file) {
    return new Finding(
        image,
        new Decision(kind, "a <message> & \"more\""),
        new Finding.Place(
            file,
            7,
            Optional.of(new ResourceRef("v1", "Pod", "web", Optional.empty())),
            "spec.image"));
  }

  private static Report report(Finding... findings) {
    return new Report(List.of(findings), FailOn.DEFAULT, false, "1.0");
  }

  private static final Report THREE =
      report(
          finding("a:1", FindingClass.UNPINNED, "dir with/ä,b:c.yaml"),
          finding("b:1", FindingClass.MOVED, "b.yaml"),
          finding("c:1", FindingClass.CURRENT, "c.yaml"));

  @Test
  void sarif_has_rules_places_and_fingerprints_that_outlast_lines() {
    String sarif = ReportFormat.SARIF.write(THREE);
    assertThat(new JsonReader().read(SourceText.of(sarif)).isJson()).isTrue();
    assertThat(sarif)
        .contains("\"version\": \"2.1.0\"")
        .contains("\"uri\": \"dir%20with/%C3%A4%2Cb%3Ac.yaml\"")
        .contains("\"ruleId\": \"unpinned\", \"ruleIndex\": 6, \"level\": \"error\"")
        .contains("\"ruleId\": \"moved\", \"ruleIndex\": 1, \"level\": \"warning\"")
        .contains("\"startLine\": 7")
        .contains("\"partialFingerprints\": {\"imageField/v1\": \"")
        .doesNotContain("\"ruleId\": \"current\"");
    assertThat(ReportFormat.SARIF.write(THREE)).isEqualTo(sarif);
  }

  @Test
  void junit_has_a_test_case_for_each_image_field() throws Exception {
    String xml = ReportFormat.JUNIT.write(THREE);
    var suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)))
            .getDocumentElement();
    assertThat(suite.getAttribute("tests")).isEqualTo("3");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(3);
    assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
        .isEqualTo("dir with/ä,b:c.yaml:7: a:1: a <message> & \"more\"");
  }

  @Test
  void the_page_escapes_what_it_shows_and_needs_nothing_from_outside() {
    String page =
        ReportFormat.HTML.write(report(finding("<script>x", FindingClass.GONE, "a&b.yaml")));
    assertThat(page)
        .contains("<td>&lt;script&gt;x</td>")
        .contains("<td>a&amp;b.yaml:7</td>")
        .contains("<li>gone: 1</li>")
        .contains("1 images, 1 failures")
        .doesNotContain("http")
        .doesNotContain("<script>x");
  }

  @Test
  void github_gets_a_workflow_command_for_each_finding() {
    assertThat(ReportFormat.GITHUB.write(THREE))
        .isEqualTo(
            """
            ::error file=dir with/ä%2Cb%3Ac.yaml,line=7,title=unpinned::a:1: a <message> & "more"
            ::warning file=b.yaml,line=7,title=moved::b:1: a <message> & "more"
            """);
  }

  @Test
  void json_has_all_images_and_the_table_what_there_is_to_say() {
    assertThat(ReportFormat.JSON.write(THREE))
        .startsWith(
            "{\"images\": [{\"image\": \"a:1\", \"class\": \"unpinned\", \"message\": \"a <message> & \\\"more\\\"\", \"file\": \"dir with/ä,b:c.yaml\", \"line\": 7, \"resource\": {\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"name\": \"web\"}, \"field\": \"spec.image\"}")
        .contains("\"class\": \"current\"");
    assertThat(ReportFormat.TABLE.write(report(finding("b:1", FindingClass.MOVED, "b.yaml"))))
        .isEqualTo(
            """
            CLASS  IMAGE  FILE:LINE  MESSAGE
            moved  b:1    b.yaml:7   a <message> & "more"
            """);
    assertThat(ReportFormat.TABLE.write(report())).isEmpty();
    assertThat(THREE.fails()).isTrue();
  }
}
