package dev.digester.verify;

import dev.digester.krm.JsonText;
import dev.digester.krm.ResourceRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code {"images": […]}}. */
final class JsonReport {
  private JsonReport() {}

  static String write(Report report) {
    List<Map<String, Object>> images = report.findings().stream().map(JsonReport::image).toList();
    return JsonText.of(Map.of("images", images)) + "\n";
  }

  private static Map<String, Object> image(Finding finding) {
    Map<String, Object> image = new LinkedHashMap<>();
    image.put("image", finding.image());
    image.put("class", finding.kind().word());
    image.put("message", finding.decision().message());
    image.put("file", finding.place().file());
    image.put("line", finding.place().line());
    finding.place().resource().ifPresent(resource -> image.put("resource", resource(resource)));
    image.put("field", finding.place().field());
    return image;
  }

  private static Map<String, Object> resource(ResourceRef resource) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("apiVersion", resource.apiVersion());
    members.put("kind", resource.kind());
    members.put("name", resource.name());
    resource.namespace().ifPresent(namespace -> members.put("namespace", namespace));
    return members;
  }
}
