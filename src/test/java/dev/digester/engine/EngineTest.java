package dev.digester.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.digester.config.Configured;
import dev.digester.config.Environment;
import dev.digester.document.Document;
import dev.digester.document.FieldPath;
import dev.digester.document.Mapping;
import dev.digester.document.Node;
import dev.digester.document.read.Documents;
import dev.digester.document.text.SourceText;
import dev.digester.document.text.Span;
import dev.digester.function.KnownImages;
import dev.digester.images.FoundImage;
import dev.digester.images.Scope;
import dev.digester.krm.Origin;
import dev.digester.krm.Resource;
import dev.digester.krm.Resources;
import dev.digester.pipeline.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The engine with inputs that no package of it knows: files, and the object of an admission. */
class EngineTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec:
        containers:
        - image: IMAGE # comment
      """;

  private static final String REVIEW =
      """
      {"kind": "AdmissionReview", "request": {"uid": "1", "object": {"apiVersion": "v1", "kind": "Pod",
        "spec": {"containers": [{"name": "a", "image": "redis:7"}, {"name": "b", "image": "nginx:1.27"}]}}}}
      """;

  private final List<String> asked = new ArrayList<>();

  /** A file, each of whose documents is a resource. */
  private record File(Document document) implements Resources {
    static File of(String text) {
      return new File(Documents.read(SourceText.of(text)));
    }

    @Override
    public List<Resource> items() {
      return document.roots().stream().map(root -> new Resource((Mapping) root)).toList();
    }

    @Override
    public Optional<Origin> origin(Resource resource) {
      return Optional.empty();
    }

    @Override
    public File reread(Document edited) {
      return new File(edited);
    }
  }

  /** The object of a review. */
  private record Admitted(Document document) implements Resources {
    @Override
    public List<Resource> items() {
      Node object =
          FieldPath.of("request", "object").find(document.roots().getFirst()).orElseThrow();
      return List.of(new Resource((Mapping) object));
    }

    @Override
    public Optional<Origin> origin(Resource resource) {
      return Optional.empty();
    }

    @Override
    public Admitted reread(Document edited) {
      return new Admitted(edited);
    }
  }

  private Engine engine(Reach reach) {
    KnownImages known = new KnownImages();
    LookUps counted =
        (pulls, lists, configuration) -> {
          pulls.forEach(pull -> asked.add(pull.reference().canonical()));
          return known.resolve(pulls, lists, configuration);
        };
    return new Engine(
        Configured.of(Optional.empty()),
        Environment.of(Map.of(), Environment.Flags.NONE),
        counted,
        reach);
  }

  private static String text(SourceText source) {
    return source.text(new Span(0, source.length()));
  }

  @Test
  void many_texts_are_pinned_with_one_question_for_each_distinct_image() {
    String two = POD.replace("IMAGE", "nginx:1.27") + "---\n" + POD.replace("IMAGE", "redis:7");
    List<Planned> planned =
        engine(Reach.OF_FUNCTION)
            .run(
                List.of(
                    File.of(two),
                    File.of(POD.replace("IMAGE", "docker.io/library/nginx:1.27")),
                    File.of(POD.replace("IMAGE", "'redis:7'"))));

    assertThat(asked)
        .containsExactlyInAnyOrder(
            "docker.io/library/nginx:1.27",
            "docker.io/library/redis:7",
            "docker.io/library/nginx:1.27");
    assertThat(planned)
        .extracting(each -> text(each.outcome().textWithoutResults().apply()))
        .allMatch(text -> text.contains("@sha256:") && text.contains(" # comment"));
  }

  @Test
  void an_admission_object_gets_a_json_patch_of_its_changes() {
    Resources review = new Admitted(Documents.read(SourceText.of(REVIEW)));
    List<FieldChange> changes = engine(Reach.OF_FUNCTION).run(review).changes();

    assertThat(changes)
        .extracting(change -> change.path().toPointer())
        .containsExactly("/spec/containers/0/image", "/spec/containers/1/image");
    assertThat(changes).extracting(FieldChange::before).containsExactly("redis:7", "nginx:1.27");
    assertThat(changes)
        .extracting(FieldChange::after)
        .allMatch(after -> after.contains("@sha256:"));
  }

  @Test
  void a_text_that_fails_leaves_the_plans_of_the_others() {
    List<Planned> planned =
        engine(Reach.OF_FUNCTION)
            .run(
                List.of(
                    File.of(POD.replace("IMAGE", "missing:1")),
                    File.of(POD.replace("IMAGE", "nginx:1.27"))));

    assertThat(planned).extracting(each -> each.outcome().failed()).containsExactly(true, false);
    assertThat(planned.getFirst().outcome().changesNothing()).isTrue();
  }

  @Test
  void a_list_asks_nothing_and_knows_every_image() {
    Engine engine = engine(new Reach(Scope.EVERY_FIELD, List.of()));
    String pinned = "nginx:1.27@sha256:" + "a".repeat(64);
    List<FoundImage> images =
        engine.list(File.of(POD.replace("IMAGE", pinned) + "---\n" + POD.replace("IMAGE", "a:1")));

    assertThat(images)
        .extracting(FoundImage::status)
        .containsExactly(FoundImage.Status.KEPT, FoundImage.Status.UNPINNED);
    assertThat(images).extracting(FoundImage::line).containsExactly(6, 13);
    assertThat(asked).isEmpty();
  }
}
