package dev.digester.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.digester.krm.JsonText;
import dev.digester.reference.Digest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">Static Analysis
 * Results Interchange Format</a>.
 */
final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final String UNRESERVED =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";

  private SarifReport() {}

  static String write(Report report) {
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "digester");
    driver.put("version", report.version());
    driver.put("rules", Stream.of(FindingClass.values()).map(kind -> rule(kind, report)).toList());
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    run.put("columnKind", "unicodeCodePoints");
    run.put("results", report.shown().stream().map(finding -> result(finding, report)).toList());
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("$schema", SCHEMA);
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return JsonText.of(log) + "\n";
  }

  private static Map<String, Object> rule(FindingClass kind, Report report) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", kind.word());
    rule.put("shortDescription", Map.of("text", kind.description()));
    rule.put("defaultConfiguration", Map.of("level", level(kind, report)));
    return rule;
  }

  private static String level(FindingClass kind, Report report) {
    if (report.failOn().fails(kind)) {
      return "error";
    }
    return kind.isSilent() ? "note" : "warning";
  }

  private static Map<String, Object> result(Finding finding, Report report) {
    Map<String, Object> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", Map.of("uri", uri(finding.place().file())));
    physical.put("region", Map.of("startLine", Math.max(finding.place().line(), 1)));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", finding.kind().word());
    result.put("ruleIndex", List.of(FindingClass.values()).indexOf(finding.kind()));
    result.put("level", level(finding.kind(), report));
    result.put("message", Map.of("text", finding.line()));
    result.put("locations", List.of(Map.of("physicalLocation", physical)));
    result.put("partialFingerprints", Map.of("imageField/v1", fingerprint(finding)));
    return result;
  }

  /** The same as long as the field holds the image, wherever its line moves. */
  private static String fingerprint(Finding finding) {
    String resource = finding.place().resource().map(Object::toString).orElse("");
    String all =
        String.join(
            "\n",
            finding.kind().word(),
            finding.place().file(),
            resource,
            finding.place().field(),
            finding.image());
    return Digest.sha256(all.getBytes(UTF_8)).encoded();
  }

  /** A relative reference (RFC 3986, clause 4.2): all but what is unreserved is percent-encoded. */
  private static String uri(String file) {
    StringBuilder uri = new StringBuilder();
    for (byte c : file.getBytes(UTF_8)) {
      if (UNRESERVED.indexOf(c & 0xFF) >= 0) {
        uri.append((char) c);
      } else {
        uri.append("%%%02X".formatted(c & 0xFF));
      }
    }
    return uri.toString();
  }
}
